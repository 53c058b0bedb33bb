/** The sheet over the map of a phone, which holds the passages: how high it stands. */

/** From the lowest to the highest. */
export const DETENTS = ['peek', 'half', 'full'] as const;
export type Detent = (typeof DETENTS)[number];

export class Sheet {
	detent = $state<Detent>('peek');

	/** To the next height; from the highest to the lowest. */
	cycle(): void {
		this.detent = DETENTS[(DETENTS.indexOf(this.detent) + 1) % DETENTS.length] ?? 'peek';
	}

	/** Returns whether it was not at its lowest. */
	stepDown(): boolean {
		const index = DETENTS.indexOf(this.detent);
		this.detent = DETENTS[Math.max(0, index - 1)] ?? 'peek';
		return index > 0;
	}
}
