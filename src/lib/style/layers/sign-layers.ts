/** Builds the style layers of signs: their leaders, what surrounds a selected one, and the signs with their names. */
import type {
	ExpressionSpecification,
	FilterSpecification,
	SymbolLayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Drawing, Offset, StandingSign } from '$lib/model/drawing';
import type { Layer } from '$lib/model/story';
import { FONT, LABEL_GAP, SIGN_NAME_SIZE } from '../constants';
import { halo, nameWithLocal, partFilter, whenSelected } from '../expressions';
import type { StyleContext } from './place-layers';
import { SIGN_STEPS, pointShapes } from '../symbols';

/** A value for each step of signs (symbols.ts), and one for the zooms beyond, at which names have a second line. */
function byStep(firstView: number, value: (step: number) => unknown): ExpressionSpecification {
	const steps = Array.from({ length: SIGN_STEPS + 1 }, (_, step) => step);
	return [
		'step',
		['zoom'],
		...steps.flatMap((step) => (step === 0 ? [value(0)] : [firstView - 1 + step, value(step)]))
	] as unknown as ExpressionSpecification;
}

/** A value for each sign that stands beside its line, and another one for those at the position of their place. */
function forEach(signs: Drawing['signs'], value: (sign: StandingSign) => unknown, otherwise: unknown) {
	const values = Object.entries(signs).flatMap(([place, sign]) => [place, value(sign)]);
	const expression = values.length > 0 ? ['match', ['get', 'place'], ...values, otherwise] : otherwise;
	return expression as ExpressionSpecification;
}

const offsetAt = ({ offsets }: StandingSign, step: number): Offset =>
	offsets[Math.min(step, SIGN_STEPS - 1)] ?? [0, 0];

const ACROSS = { left: [-1, 0], right: [1, 0], above: [0, -1], below: [0, 1] } as const;
const ANCHORS = { left: 'right', right: 'left', above: 'bottom', below: 'top' } as const;

/** Ems from the position of a place to the name of its sign. */
function nameOffset(sign: StandingSign, step: number): Offset {
	const [x, y] = offsetAt(sign, step);
	const [acrossX, acrossY] = ACROSS[sign.side];
	return [(x + acrossX * LABEL_GAP) / SIGN_NAME_SIZE, (y + acrossY * LABEL_GAP) / SIGN_NAME_SIZE];
}

/** @param source id of the source that holds the symbols of the layer (style.ts) */
export function signLayers(
	layer: Layer,
	{ colours, zoom, signs }: StyleContext,
	source: string
): SymbolLayerSpecification[] {
	const hue = colours[layer.hue];
	const common = (id: string) => ({
		id: `${layer.id} ${id}`,
		type: 'symbol' as const,
		source,
		filter: [
			'all',
			partFilter(layer, 'symbol'),
			['has', 'sign'],
			['any', ['==', ['get', 'quoted'], 'article'], ['>=', ['zoom'], zoom - 1]]
		] as FilterSpecification
	});
	const offset = byStep(zoom, (step) =>
		forEach(signs, (sign) => ['literal', offsetAt(sign, step)], ['literal', [0, 0]])
	);
	const decoration = { 'icon-allow-overlap': true, 'icon-ignore-placement': true };
	return [
		{
			...common('leader'),
			metadata: { decoration: true },
			layout: {
				...decoration,
				'icon-image': byStep(zoom, (step) => forEach(signs, (sign) => leaderImage(sign, step, hue), ''))
			}
		},
		{
			...common('selected sign'),
			metadata: { decoration: true },
			layout: { ...decoration, 'icon-image': `selected ${hue}`, 'icon-offset': offset },
			paint: { 'icon-opacity': whenSelected(1, 0) }
		},
		{
			...common('sign'),
			layout: {
				'icon-image': byStep(zoom, (step) => signImage(step, hue, colours.paper)),
				'icon-offset': offset,
				'icon-padding': 0,
				'icon-allow-overlap': true,
				...nameLayout(signs, zoom)
			},
			paint: {
				'text-color': hue,
				'text-opacity': ['step', ['zoom'], 0, zoom + NAME_ZOOM, 1],
				...halo(colours)
			}
		}
	];
}

/** Zooms above that of the first view, from which on there are names: the first view is about 560 CSS pixels wide there. */
const NAME_ZOOM = 0.4;
/** First step at which a sign that is not beside a line has a name. */
const NAMED = 2;

const nameLayout = (signs: Drawing['signs'], zoom: number): SymbolLayerSpecification['layout'] => ({
	'text-optional': true,
	'text-font': [FONT],
	'text-field': byStep(zoom, (step) => {
		const isNamed = ['<=', forEach(signs, ({ named }) => named, NAMED), step];
		return ['case', isNamed, step < SIGN_STEPS ? ['get', 'name'] : nameWithLocal, ''];
	}),
	'text-size': SIGN_NAME_SIZE,
	'text-max-width': 30,
	// Names of neighbouring signs are less than twice the padding that MapLibre would add apart.
	'text-padding': 0,
	'text-anchor': forEach(signs, ({ side }) => ANCHORS[side], 'left'),
	'text-offset': byStep(zoom, (step) =>
		forEach(signs, (sign) => ['literal', nameOffset(sign, step)], ['literal', [0.9, 0]])
	)
});

/** Names of images; map/images/sign-images.ts draws them. */
const leaderImage = (sign: StandingSign, step: number, hue: string): string =>
	['leader', ...offsetAt(sign, step), sign.side, ...(sign.dot ? ['dot'] : []), hue].join(' ');

const word = (condition: unknown[], text: string): unknown[] => ['case', condition, ` ${text}`, ''];

const signImage = (step: number, hue: string, paper: string): unknown[] => [
	'concat',
	'sign ',
	['get', 'sign'],
	word(['has', 'broken'], 'broken'),
	word(['all', ['get', 'hollow'], ['in', ['get', 'sign'], ['literal', pointShapes]]], 'hollow'),
	`${step === 0 ? ' small' : ''} ${hue} ${paper}`
];
