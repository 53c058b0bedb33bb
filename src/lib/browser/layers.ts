/** The switches of the layers, and what of the still map each shows. */

const switches = (): HTMLInputElement[] => [
	...document.querySelectorAll<HTMLInputElement>('input[data-layer]')
];

export const shownLayers = (): [layer: string, visible: boolean][] =>
	switches().map(({ dataset, checked }) => [dataset['layer'] ?? '', checked]);

/** Sets a switch and the still map; the live map is told by whoever has it. */
export function showLayer(layer: string, visible: boolean): void {
	for (const input of switches()) if (input.dataset['layer'] === layer) input.checked = visible;
	for (const drawn of document.querySelectorAll(`.still [data-layer="${CSS.escape(layer)}"]`))
		drawn.toggleAttribute('hidden', !visible);
}
