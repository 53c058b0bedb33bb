import { validateStyleMin, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { palette, type Colour } from '$lib/style/palette';
import { theStory } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const { story, drawing } = theStory();
const style = styleOf({ story, drawing });
const ofParts = style.layers.filter((layer) => 'source' in layer && layer.source === 'parts');
const layerOf = ({ id }: LayerSpecification) =>
	story.layers.toSorted((a, b) => b.id.length - a.id.length).find((layer) => id.startsWith(`${layer.id} `))
		?.id;

test('the style is valid', () => {
	expect(validateStyleMin(style)).toEqual([]);
});

test('every source holds its data, and the style names no address to load anything from', () => {
	for (const source of Object.values(style.sources)) {
		expect(source).toMatchObject({ type: 'geojson', data: { type: 'FeatureCollection' } });
	}
	expect(JSON.stringify(style)).not.toMatch(/https?:|\/\/|"url"|data:/);
});

test('every place that is drawn is in the source of the map, with its id, and nothing but what is drawn', () => {
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
	const own = ofParts.filter((layer) => layerOf(layer) === id);
	const seenWithout = (...layers: string[]): string[] =>
		styleOf({ story, drawing }, { hidden: new Set(layers) })
			.layers.filter(({ layout }) => layout?.visibility !== 'none')
			.map((layer) => layer.id);

	test('is drawn, and wholly hidden by its switch', () => {
		expect(own.length).toBeGreaterThan(0);
		for (const layer of own) {
			expect(seenWithout()).toContain(layer.id);
			expect(seenWithout(id)).not.toContain(layer.id);
		}
	});

	test('is not hidden by the switch of another layer', () => {
		const others = story.layers.flatMap((layer) => (layer.id === id ? [] : [layer.id]));
		for (const layer of own) expect(seenWithout(...others)).toContain(layer.id);
	});
});

test('every style layer of places belongs to one layer of the story, and filters for it', () => {
	for (const layer of ofParts) {
		expect(layerOf(layer)).toBeDefined();
		expect(JSON.stringify((layer as { filter?: unknown }).filter)).toContain(`"${layerOf(layer)}"`);
	}
});

test('what the article speaks of is drawn over what it does not', () => {
	const order = style.layers.map(({ id }) => id);
	expect(order.indexOf('border-camp symbol')).toBeGreaterThan(order.indexOf('crossing-points symbol'));
	expect(order.indexOf('border line')).toBeGreaterThan(order.indexOf('other-places area'));
	expect(order.indexOf('land')).toBe(0);
});

test('every colour is one of the palette, and in the dark its counterpart', () => {
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
