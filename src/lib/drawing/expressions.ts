/** The expressions the style layers share: colours of the theme, selection, names. */
import type {
	DataDrivenPropertyValueSpecification,
	ExpressionSpecification,
	FilterSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Layer, Part } from '$lib/model';
import { palette, type Colour } from './palette';

export const colour = (name: Colour): ExpressionSpecification => [
	'match',
	['global-state', 'theme'],
	'dark',
	palette.dark[name],
	palette.light[name]
];

const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];

export const whenSelected = <T>(then: T, otherwise: T): DataDrivenPropertyValueSpecification<T> =>
	['case', selected, then, otherwise] as unknown as DataDrivenPropertyValueSpecification<T>;

export const quotedOr = (quoted: number, otherwise: number): ExpressionSpecification => [
	'case',
	['==', ['get', 'quoted'], 'article'],
	quoted,
	otherwise
];

/** The name in the language of the page, and under it the one used in the place itself. */
export const names: ExpressionSpecification = [
	'case',
	['==', ['get', 'local'], ''],
	['get', 'name'],
	['format', ['get', 'name'], {}, '\n', {}, ['get', 'local'], { 'font-scale': 0.82 }]
];

/*
 * What a style layer takes from features, and not as it is, makes of its type another program for the graphics
 * processor, and each takes longer to make ready than all of the map to draw. So layers of one type take the same from
 * features, even where it never differs: lines their width, fills their opacity, symbols and names the width of their halo.
 */
export const always = <T>(value: T): DataDrivenPropertyValueSpecification<T> => whenSelected(value, value);

/** Of lines: pixels by zoom, when selected and otherwise. */
export function lineWidth(
	...stops: [zoom: number, selected: number, otherwise: number][]
): ExpressionSpecification {
	const [first] = stops;
	const known = stops.length === 1 && first ? [first, [first[0] + 1, first[1], first[2]] as const] : stops;
	return [
		'interpolate',
		['linear'],
		['zoom'],
		...known.flatMap(([zoom, selected, otherwise]) => [zoom, whenSelected(selected, otherwise)])
	] as unknown as ExpressionSpecification;
}

export const halo = { 'text-halo-color': colour('land'), 'text-halo-width': always(1.6) } as const;

export function isPart(layer: Layer, part: Part['part']): FilterSpecification {
	return ['all', ['==', ['get', 'layer'], layer.id], ['==', ['get', 'part'], part]];
}
