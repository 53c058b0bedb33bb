/** What changes when an editor removes a passage or adds a place. */
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { compile, type Compiled } from '$lib/server/compile';
import { annotations, passagesCsv, placeFeatures } from '$lib/server/publish/data-files';
import { files, light, lightStory, PASSAGES, withLayer, withYaml } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const before = lightStory();
const quotedOf = ({ story }: Compiled, id: string) => story.places.find((place) => place.id === id)?.quoted;

describe('a passage removed from passages.yaml', () => {
	const after = compile(
		withYaml(light, PASSAGES, (data) => {
			data.passages = data.passages.filter(({ id }: { id: string }) => id !== 'going-to-germany');
		})
	);
	const { quote } = before.story.passages.find(({ id }) => id === 'going-to-germany')!;

	test('is in none of the published files', () => {
		for (const { story, drawing } of [after]) {
			expect(story.passages).toHaveLength(before.story.passages.length - 1);
			expect(JSON.stringify([story, drawing])).not.toContain(JSON.stringify(quote).slice(1, -1));
			expect(JSON.stringify(annotations(story))).not.toContain('going-to-germany');
			expect(csvParse(passagesCsv(story)).map((row) => row['passage'])).not.toContain('going-to-germany');
		}
		expect(JSON.stringify(annotations(before.story))).toContain('going-to-germany');
	});

	test('leaves its place without passages, and the place is reported as named in the article but not mapped', () => {
		expect(quotedOf(before, 'germany')).toBe('article');
		expect(quotedOf(after, 'germany')).toBe('none');
		const start = files.text.indexOf('Germany');
		expect(after.story.coverage.unaccounted).toEqual([{ words: 'Germany', start }]);
	});

	test('counts as words that are not quoted', () => {
		const unquoted = ({ story }: Compiled) =>
			story.passages.reduce((sum, { unquotedBefore }) => sum + unquotedBefore, 0);
		expect(unquoted(after)).toBe(unquoted(before) + 15);
		expect(after.story.coverage.share).toBeLessThan(before.story.coverage.share);
	});
});

describe('a place added to a layer file', () => {
	const position = [24.4, 54.4];
	const after = compile(
		withLayer(light, 'crossing-points', ({ features }) =>
			features.push({
				type: 'Feature',
				id: 'druskininkai',
				geometry: { type: 'Point', coordinates: position },
				properties: {
					names: { en: 'Druskininkai' },
					kind: 'town',
					precision: 1000,
					certainty: 'certain',
					provenance: { source: 'A test', licence: 'CC0' }
				}
			})
		)
	);
	const { story, drawing } = after;

	test('is a place of the story, and is published and drawn', () => {
		const place = { id: 'druskininkai', layer: 'crossing-points', name: 'Druskininkai', quoted: 'none' };
		expect(story.places).toContainEqual(expect.objectContaining(place));
		expect(placeFeatures(story, drawing).features.map(({ id }) => id)).toContain('druskininkai');
		const parts = drawing.parts.features.filter(({ properties }) => properties.place === 'druskininkai');
		expect(parts.map(({ properties }) => properties.part)).toEqual(['extent', 'symbol']);
	});

	test('is in a source of the live map, with style layers that draw it', () => {
		const style = styleOf({ story, drawing });
		expect(JSON.stringify(style.sources['parts'])).toContain('druskininkai');
		expect(style.layers.map(({ id }) => id)).toContain('crossing-points symbol');
	});

	test('extends the view of its layer', () => {
		const [west, south, east, north] = story.views[0]!.bbox;
		const [longitude, latitude] = position as [number, number];
		expect(longitude > west && longitude < east && latitude > south && latitude < north).toBe(true);
		expect(before.story.views[0]!.bbox[3]).toBeLessThan(latitude);
	});
});
