/** Writes compact SVG path data. */

/**
 * A context for d3-geo's `geoPath` that writes SVG path data (https://www.w3.org/TR/SVG2/paths.html#PathData) with
 * relative commands and integers. This takes about two thirds of the bytes of absolute commands.
 */
export class PathText {
	text = '';
	#position: [number, number] = [0, 0];
	#start: [number, number] = [0, 0];
	/** What separates the next point: the command `l`, or a space if the previous command continues. */
	#separator = '';

	/** The first point is absolute, so that several path texts can be concatenated. */
	moveTo(x: number, y: number): void {
		const isFirst = this.text === '';
		this.text += isFirst ? 'M' : 'm';
		this.#moveBy(x, y);
		this.#separator = isFirst ? 'l' : ' ';
		this.#start = this.#position;
	}

	/** Leaves a point out that equals the previous one after rounding. */
	lineTo(x: number, y: number): void {
		if (Math.round(x) === this.#position[0] && Math.round(y) === this.#position[1]) return;
		this.text += this.#separator;
		this.#separator = ' ';
		this.#moveBy(x, y);
	}

	closePath(): void {
		this.text += 'z';
		this.#position = this.#start;
	}

	/** Part of the context; not needed, because every path starts with `moveTo`. */
	beginPath(): void {}

	/** Part of the context; `geoPath` calls it for points only. */
	arc(): never {
		throw new Error('A still map has lines and areas only.');
	}

	#moveBy(x: number, y: number): void {
		const [dx, dy] = [Math.round(x) - this.#position[0], Math.round(y) - this.#position[1]];
		// Before a minus no space is needed.
		if (dx < 0) this.text = this.text.trimEnd();
		this.text += `${dx}${dy < 0 ? '' : ' '}${dy}`;
		this.#position = [this.#position[0] + dx, this.#position[1] + dy];
	}
}
