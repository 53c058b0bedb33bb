declare module 'virtual:palette.css';
declare module 'virtual:fallback-fonts.css';

declare module 'virtual:client-entry' {
	/** The address of the browser's one entry, from the site's root. To be called while a page is rendered. */
	export function clientEntry(): '/';
}

declare module 'polylabel' {
	/** The pole of inaccessibility of a polygon's rings; `precision` in the units of the coordinates. */
	export default function polylabel(rings: number[][][], precision?: number): [x: number, y: number];
}
