/**
 * Path data of an SVG (https://www.w3.org/TR/SVG2/paths.html#PathData) in whole units and steps from point to point,
 * in about two thirds of the bytes of absolute positions. For d3-geo's geoPath, as its context.
 */
export class PathText {
	text = '';
	#at: [number, number] = [0, 0];
	#start: [number, number] = [0, 0];
	/** What the next line has to begin with: nothing where the one before goes on. */
	#letter = '';

	/** The first position is absolute, so that paths can be put together. */
	moveTo(x: number, y: number): void {
		const first = this.text === '';
		this.text += first ? 'M' : 'm';
		this.#step(x, y);
		this.#letter = first ? 'l' : ' ';
		this.#start = this.#at;
	}

	/** A point that is the one before, in whole units, is left out. */
	lineTo(x: number, y: number): void {
		if (Math.round(x) === this.#at[0] && Math.round(y) === this.#at[1]) return;
		this.text += this.#letter;
		this.#letter = ' ';
		this.#step(x, y);
	}

	closePath(): void {
		this.text += 'z';
		this.#at = this.#start;
	}

	/** Every path begins by moving. */
	beginPath(): void {}

	/** Points are no part of the still map's paths. */
	arc(): never {
		throw new Error('A still map has lines and areas only.');
	}

	#step(x: number, y: number): void {
		const [right, down] = [Math.round(x) - this.#at[0], Math.round(y) - this.#at[1]];
		// A minus separates as well as a blank does.
		if (right < 0) this.text = this.text.trimEnd();
		this.text += `${right}${down < 0 ? '' : ' '}${down}`;
		this.#at = [this.#at[0] + right, this.#at[1] + down];
	}
}
