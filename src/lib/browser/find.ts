/** Where cards and passages are in the page. Ids come from the address: they may be anything. */
export const cardOf = (id: string): HTMLElement | null =>
	document.querySelector(`.stand > [data-popup="${CSS.escape(id)}"]`);

/** In the list. Its id may stand on a spot in it: see Passages. */
export function passageOf(id: string): HTMLElement | null {
	const found = id === '' ? null : document.getElementById(id);
	return found?.closest<HTMLElement>('.passage') ?? null;
}
