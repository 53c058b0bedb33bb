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

export const halo = { 'text-halo-color': colour('land'), 'text-halo-width': 1.6 } as const;

export function isPart(layer: Layer, part: Part['part']): FilterSpecification {
	return ['all', ['==', ['get', 'layer'], layer.id], ['==', ['get', 'part'], part]];
}
