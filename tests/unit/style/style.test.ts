/** The style of the live map: valid, with all data in it, and with a switch for each layer. */
import { validateStyleMin, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { SIDE_LAYERS } from '$lib/style/layers/basemap-layers';
import { palette, type Colour } from '$lib/style/palette';
import { theStory } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const { story, drawing } = theStory();
const style = styleOf({ story, drawing });
const partLayers = style.layers.filter(
	(layer) => 'source' in layer && layer.source === 'parts' && !SIDE_LAYERS.includes(layer.id)
);
const layerOf = ({ id }: LayerSpecification) =>
	story.layers.toSorted((a, b) => b.id.length - a.id.length).find((layer) => id.startsWith(`${layer.id} `))
		?.id;

test('the style is valid', () => {
	expect(validateStyleMin(style)).toEqual([]);
});

test('every source contains its data, and the style has no address to load from', () => {
	for (const source of Object.values(style.sources)) {
		expect(source).toMatchObject({ type: 'geojson', data: { type: 'FeatureCollection' } });
	}
	expect(JSON.stringify(style)).not.toMatch(/https?:|\/\/|"url"|data:/);
});

test('the source has every place that is drawn and no other, with plain properties', () => {
	const source = style.sources['parts'] as unknown as { data: typeof drawing.parts; promoteId: string };
	const ids = source.data.features.map(({ properties }) => properties[source.promoteId as 'place']);
	const expected = story.places.filter(({ bbox }) => bbox).map(({ id }) => id);
	expect(new Set(ids)).toEqual(new Set(expected));
	for (const { properties } of source.data.features) {
		for (const name of Object.keys(properties)) expect(name).toMatch(/^[a-z]+$/);
		expect(Object.values(properties).filter((value) => typeof value === 'object')).toEqual([]);
	}
});

describe.each(story.layers.map(({ id }) => id))('the layer %s', (id) => {
	const styleLayers = partLayers.filter((layer) => layerOf(layer) === id);
	const visibleWithout = (...layers: string[]): string[] =>
		styleOf({ story, drawing }, { hidden: new Set(layers) })
			.layers.filter(({ layout }) => layout?.visibility !== 'none')
			.map((layer) => layer.id);

	test('is visible, and its switch hides all of it', () => {
		expect(styleLayers.length).toBeGreaterThan(0);
		for (const layer of styleLayers) {
			expect(visibleWithout()).toContain(layer.id);
			expect(visibleWithout(id)).not.toContain(layer.id);
		}
	});

	test('is not hidden by the switch of another layer', () => {
		const others = story.layers.flatMap((layer) => (layer.id === id ? [] : [layer.id]));
		for (const layer of styleLayers) expect(visibleWithout(...others)).toContain(layer.id);
	});
});

test('every style layer of places shows one layer of the story', () => {
	for (const layer of partLayers) {
		expect(layerOf(layer)).toBeDefined();
		expect(JSON.stringify((layer as { filter?: unknown }).filter)).toContain(`"${layerOf(layer)}"`);
	}
});

test('the camp is drawn above the crossings, and the border above areas', () => {
	const order = style.layers.map(({ id }) => id);
	expect(order.indexOf('border-camp symbol')).toBeGreaterThan(order.indexOf('crossing-points symbol'));
	expect(order.indexOf('border line')).toBeGreaterThan(order.indexOf('other-places area'));
	expect(order.indexOf('land')).toBe(0);
});

test('every colour is of the palette, and the dark theme has its counterpart', () => {
	const coloursOf = (theme: 'light' | 'dark'): string[] =>
		JSON.stringify(styleOf({ story, drawing }, { theme }).layers).match(/#[0-9a-f]{3,8}|rgba?\(|hsla?\(/g) ??
		[];
	const [light, dark] = [coloursOf('light'), coloursOf('dark')];
	const pairs = new Set(Object.keys(palette.light).map((name) => pairOf(name as Colour)));
	expect(light.length).toBeGreaterThan(20);
	expect(dark).toHaveLength(light.length);
	for (const [index, colour] of light.entries()) expect(pairs).toContain(`${colour} ${dark[index]}`);
});

const pairOf = (name: Colour): string => `${palette.light[name]} ${palette.dark[name]}`;
