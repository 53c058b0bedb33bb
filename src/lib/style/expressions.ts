/** Expressions, filters and paint properties that several style layers use. */
import type {
	DataDrivenPropertyValueSpecification,
	ExpressionSpecification,
	FilterSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Part } from '$lib/model/drawing';
import type { Layer } from '$lib/model/story';
import type { Colours } from './palette';

const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];

export const whenSelected = <T>(then: T, otherwise: T): DataDrivenPropertyValueSpecification<T> =>
	['case', selected, then, otherwise] as unknown as DataDrivenPropertyValueSpecification<T>;

export const whenQuoted = (quoted: number, otherwise: number): ExpressionSpecification => [
	'case',
	['==', ['get', 'quoted'], 'article'],
	quoted,
	otherwise
];

/** The name in the language of the story and, on a second line, the local name if it differs. */
export const nameWithLocal: ExpressionSpecification = [
	'case',
	['==', ['get', 'local'], ''],
	['get', 'name'],
	['format', ['get', 'name'], {}, '\n', {}, ['get', 'local'], { 'font-scale': 0.82 }]
];

/** Interpolates the width of a line between zooms, in CSS pixels. */
export const lineWidth = (
	...stops: [zoom: number, selected: number, otherwise: number][]
): ExpressionSpecification =>
	[
		'interpolate',
		['linear'],
		['zoom'],
		...stops.flatMap(([zoom, selected, otherwise]) => [zoom, whenSelected(selected, otherwise)])
	] as unknown as ExpressionSpecification;

export const halo = (colours: Colours) =>
	({ 'text-halo-color': colours.land, 'text-halo-width': 1.6 }) as const;

export function partFilter(layer: Layer, part: Part['part']): FilterSpecification {
	return ['all', ['==', ['get', 'layer'], layer.id], ['==', ['get', 'part'], part]];
}
