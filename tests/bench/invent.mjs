// Writes a story of any number of places into a folder: to see what grows with it. None of its words is anybody's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './numbers.mjs';

/** Degrees; the places fill a grid from its south-west corner on. */
const [WEST, SOUTH, SIDE] = [15, 47, 8];
/** So far from the place in the middle there is no other: it can be pressed, however many there are. */
const CLEAR = 2.7;
const WORDS =
	'the a baker ferry mill orchard well lamp bridge kept counted carried before after near under slow early warm quiet bread wool rain light two many'.split(
		' '
	);

/** The first place stands alone in the middle; each has a passage of its own. */
export const MIDDLE = 'place-1';

export function inventStory(folder, count, seed = 1) {
	const random = seeded(seed);
	const places = spots(count, random).map((spot, index) => ({ id: index + 1, spot }));
	const sentences = places.map(({ id }) => {
		const words = Array.from(
			{ length: 12 + Math.floor(random() * 18) },
			() => WORDS[Math.floor(random() * WORDS.length)]
		);
		return `In Hamlet ${id} ${words.join(' ')}.`;
	});
	const write = (name, text) => writeFileSync(join(folder, name), text);
	mkdirSync(join(folder, 'article'), { recursive: true });
	mkdirSync(join(folder, 'geo'), { recursive: true });
	write(
		'article/article.txt',
		`Invented to be measured\n\n${sentences.join('\n')}\n\nThe rest is not quoted.\n`
	);
	// What is JSON is YAML too.
	write('article/article.yaml', JSON.stringify(article));
	write(
		'article/passages.yaml',
		JSON.stringify({
			passages: places.map(({ id }, index) => ({
				id: `passage-${id}`,
				quote: sentences[index],
				speaker: 'nobody',
				voice: 'narration',
				places: [{ place: `place-${id}`, words: `Hamlet ${id}` }]
			}))
		})
	);
	write(
		'geo/hamlets.geojson',
		JSON.stringify({
			type: 'FeatureCollection',
			label: 'Hamlets',
			description: 'Invented places.',
			hue: 'blue',
			shape: 'circle',
			bbox: [WEST - 1, SOUTH - 1, WEST + SIDE + 1, SOUTH + SIDE + 1],
			features: places.map(({ id, spot }) => ({
				type: 'Feature',
				id: `place-${id}`,
				geometry: { type: 'Point', coordinates: spot },
				properties: {
					names: { en: `Hamlet ${id}` },
					kind: 'hamlet',
					precision: 1000,
					certainty: 'certain',
					provenance: { source: 'Invented', licence: 'CC0 1.0' }
				}
			}))
		})
	);
}

/** One in the middle, then a cell of a grid for each, so that no two stand on the same spot. */
function spots(count, random) {
	const middle = [WEST + SIDE / 2, SOUTH + SIDE / 2];
	const columns = Math.ceil(Math.sqrt(count * 1.3)) + 2;
	const cell = SIDE / columns;
	const free = Array.from({ length: columns ** 2 }, (_, index) => [
		WEST + ((index % columns) + 0.3 + random() * 0.4) * cell,
		SOUTH + (Math.floor(index / columns) + 0.3 + random() * 0.4) * cell
	]).filter(([x, y]) => Math.hypot(x - middle[0], y - middle[1]) > CLEAR);
	// Few places spread as far as many do: the view stays the same.
	const chosen = Array.from(
		{ length: count - 1 },
		(_, index) => free[Math.floor((index * free.length) / (count - 1))]
	);
	return [middle, ...chosen].map((spot) => spot.map((degrees) => Number(degrees.toFixed(4))));
}

const article = {
	title: 'Invented to be measured',
	summary: 'Places that are nowhere, in any number.',
	language: 'en',
	source: { publisher: 'Nobody', date: '2024-01-01', certainty: 'certain' },
	referenceDate: '2024-01-01',
	citation: 'Nobody, 1 January 2024',
	rights: { statement: 'Invented.', limit: 1 },
	speakers: { nobody: { name: 'Nobody', role: 'the writer' } },
	views: [{ id: 'all', label: 'All hamlets', layers: ['hamlets'] }]
};
