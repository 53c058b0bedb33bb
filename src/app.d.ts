declare module 'virtual:palette.css';

declare module 'polylabel' {
	/** The pole of inaccessibility of a polygon's rings; `precision` in the units of the coordinates. */
	export default function polylabel(rings: number[][][], precision?: number): [x: number, y: number];
}
