/** The expressions the style layers share: selection, names, which layer a feature belongs to. */
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

/** Of lines: pixels by zoom, when selected and otherwise. Needs at least two stops. */
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

export function isPart(layer: Layer, part: Part['part']): FilterSpecification {
	return ['all', ['==', ['get', 'layer'], layer.id], ['==', ['get', 'part'], part]];
}
