/** Faults of places: positions, outlines, precisions, and the places that `on` and `within` name. */
import { expect, test } from 'vitest';
import type { StoryFiles } from '$lib/server/input/read';
import { files, light, sentencesOf, withLayer, withPlace } from '../../support/story/story';

const road = 'kuznica-bruzgi-road';
const square = [
	[23.6, 53.5],
	[23.7, 53.5],
	[23.7, 53.6],
	[23.6, 53.6],
	[23.6, 53.5]
];
const [southWest, southEast, northEast, northWest] = square;
const withRings = (coordinates: unknown[]): StoryFiles =>
	withPlace(light, 'grodno-region', (place) => (place.geometry = { type: 'Polygon', coordinates }));
const withPosition = (id: string, coordinates: number[], from = light): StoryFiles =>
	withPlace(from, id, ({ geometry }) => (geometry.coordinates = coordinates));
const withProperties = (id: string, properties: object): StoryFiles =>
	withPlace(light, id, (place) => Object.assign(place.properties, properties));

const cases: [string, StoryFiles, RegExp][] = [
	[
		'a crossing with its coordinates swapped',
		withPosition(road, [53.52, 23.66]),
		/crossing-points\.geojson: place "kuznica-bruzgi-road" lies outside the bbox.*53\.52,23\.66.*look swapped: longitude comes first/
	],
	[
		'the camp with its coordinates swapped',
		withPosition('border-camp', [53.52, 23.67]),
		/border-camp\.geojson: place "border-camp" .*look swapped/
	],
	[
		'the camp in Poland',
		withPosition('border-camp', [23.6, 53.51], files),
		/place "border-camp" lies outside "belarus".*Correct the position/
	],
	[
		'the camp in Poland only after rounding',
		withPosition('border-camp', [23.66301, 53.51999], files),
		/place "border-camp" lies, once rounded to its precision, outside "belarus"/
	],
	[
		'a crossing far from the border',
		withPosition(road, [23.8, 53.52]),
		/place "kuznica-bruzgi-road" lies 8\d{3} m from "border".*1500 m.*coarser precision/
	],
	[
		'a ring that is not closed',
		withRings([square.slice(0, 4)]),
		/border-camp\.geojson:\d+: .*First and last positions/
	],
	[
		'a clockwise outer ring',
		withRings([square.toReversed()]),
		/place "grodno-region" has a ring wound the wrong way.*counter-clockwise/
	],
	[
		'a counter-clockwise hole',
		withRings([square, square.map(([x = 0, y = 0]) => [(x + 23.65) / 2, (y + 53.55) / 2])]),
		/place "grodno-region" has a ring wound the wrong way.*holes clockwise/
	],
	[
		'a ring that crosses itself',
		withRings([[southWest, northEast, southEast, northWest, southWest]]),
		/place "grodno-region" has an outline that crosses itself.*23\.65,53\.55/
	],
	['an area without rings', withRings([]), /place "grodno-region" has an outline that encloses nothing/],
	[
		'an area whose outline is a line',
		withRings([[southWest, southEast, [23.8, 53.5], southWest]]),
		/place "grodno-region" has an outline that encloses nothing.*Give the positions around it/
	],
	[
		'a line without length',
		withPlace(light, 'border', ({ geometry }) => (geometry.coordinates = [southWest, southWest])),
		/place "border" is a line of 0 m, too short for its precision of 30 m.*Give the positions/
	],
	[
		'a latitude of 91 degrees',
		withPosition('minsk', [27.567, 91]),
		/place "minsk" lies outside the bbox.*27\.567,91/
	],
	[
		'a place without geometry that is not listed',
		withPlace(light, 'middle-east', ({ properties }) => delete properties.listed),
		/place "middle-east" has no geometry.*"listed": true/
	],
	[
		'a listed place with a geometry',
		withProperties('syria', { listed: true }),
		/place "syria" is listed and has a geometry too/
	],
	[
		'a place without precision',
		withPlace(light, 'syria', ({ properties }) => delete properties.precision),
		/place "syria" does not say how precisely.*"precision", in metres/
	],
	[
		'a place on an unknown line',
		withProperties(road, { on: 'frontier' }),
		/place "kuznica-bruzgi-road" .*no line place.*"frontier"\. Name the id of a LineString/
	],
	[
		'a place on an area',
		withProperties(road, { on: 'poland' }),
		/place "kuznica-bruzgi-road" .*no line place.*"poland"/
	],
	[
		'a place within an unknown area',
		withProperties('border-camp', { within: 'lithuania' }),
		/place "border-camp" .*no area place.*"lithuania"/
	],
	[
		'a place within an area that is named like a property of every object',
		withProperties('border-camp', { within: 'constructor' }),
		/place "border-camp" .*no area place.*"constructor"/
	],
	[
		'a line with an unknown side',
		withProperties('border', { sides: ['poland', 'lithuania'] }),
		/border\.geojson: place "border" has a side that is no area place.*"lithuania"\. Name the id of a Polygon/
	],
	[
		'a line with a side that has no area',
		withProperties('border', { sides: ['minsk', 'belarus'] }),
		/place "border" has a side that is no area place.*"minsk"/
	],
	[
		'a line with one place on both sides',
		withProperties('border', { sides: ['poland', 'poland'] }),
		/place "border" has the same place on both sides.*Name the two areas/
	],
	[
		'a line that runs elsewhere than between its sides',
		withProperties('border', { sides: ['syria', 'belarus'] }),
		/place "border" does not run between its two sides.*"syria","belarus"/
	],
	[
		'a line inside both of its sides',
		withProperties('border', { sides: ['poland', 'belarus'] }),
		/place "border" does not run between its two sides/
	],
	[
		'an area with sides',
		withProperties('syria', { sides: ['poland', 'belarus'] }),
		/place "syria" has sides and is no line.*Remove "sides"/
	],
	['a line with one side', withProperties('border', { sides: ['poland'] }), /border\.geojson.*sides/],
	[
		'a place without a name in the language of the page',
		withPlace(light, 'minsk', ({ properties }) => delete properties.names.en),
		/place "minsk" has no name in the language of the page.*Add "en/
	],
	[
		'a geometry of a type that cannot be drawn',
		withPlace(
			light,
			'grodno-region',
			(place) => (place.geometry = { type: 'MultiPoint', coordinates: square })
		),
		/place "grodno-region" has a geometry that cannot be drawn.*"MultiPoint"/
	],
	[
		'a position of one number',
		withPosition('border-camp', [23.67]),
		/border-camp\.geojson:\d+: .*A position should have 2 or 3/
	]
];

test.each(cases)('%s is a fault', (_what, faulty, sentence) => {
	expect(sentencesOf(faulty)).toContainEqual(expect.stringMatching(sentence));
});

test('a bbox that contains none of its places makes one fault for each place', () => {
	const faulty = withLayer(light, 'crossing-points', (layer) => (layer.bbox = [0, 0, 1, 1]));
	expect(sentencesOf(faulty)).toHaveLength(13);
});

test('a bbox with a latitude above 90 degrees is a fault', () => {
	const faulty = withLayer(light, 'other-places', (layer) => (layer.bbox = [-180, 41, 180, 95]));
	expect(sentencesOf(faulty)).toEqual([expect.stringMatching(/other-places\.geojson: bbox\[3\] .*<=90.*95/)]);
});
