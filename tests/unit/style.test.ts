import {
	createVisibilityExpression,
	validateStyleMin,
	type LayerSpecification,
	type VisibilitySpecification
} from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { palette } from '$lib/drawing/palette';
import { styleOf } from '$lib/server/near';
import { switchOf } from '$lib/drawing/switches';
import { theStory } from '../support/story/story';

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
	const seen = (layer: LayerSpecification, state: object): string =>
		createVisibilityExpression(
			layer.layout?.visibility as VisibilitySpecification,
			'layers[0].layout.visibility',
			state
		).evaluate();

	test('is drawn, and wholly hidden by its switch', () => {
		expect(own.length).toBeGreaterThan(0);
		for (const layer of own) {
			expect(seen(layer, { [switchOf(id)]: false })).toBe('visible');
			expect(seen(layer, { [switchOf(id)]: true })).toBe('none');
		}
		expect(style.state).toHaveProperty([switchOf(id), 'default'], false);
	});

	test('is not hidden by the switch of another layer', () => {
		const others = story.layers.flatMap((layer) => (layer.id === id ? [] : [[switchOf(layer.id), true]]));
		for (const layer of own) {
			expect(seen(layer, { [switchOf(id)]: false, ...Object.fromEntries(others) })).toBe('visible');
		}
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

test('every colour has its counterpart in the dark, both from the palette', () => {
	const names = Object.keys(palette.light) as (keyof typeof palette.light)[];
	const pairs = names.map((name) => `"dark","${palette.dark[name]}","${palette.light[name]}"`);
	const text = JSON.stringify(style.layers);
	const used = text.match(/"dark","#[0-9a-f]{6}","#[0-9a-f]{6}"/g) ?? [];
	expect(used.length).toBeGreaterThan(20);
	for (const pair of used) expect(pairs).toContain(pair);
	expect(text.match(/#[0-9a-f]{3,8}|rgba?\(|hsla?\(/g)).toHaveLength(used.length * 2);
});
