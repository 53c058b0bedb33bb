// Writes the pages that ours is measured against, with the same places and quotes: they are made of what it publishes.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const LIBRARIES = {
	'maplibre-gl': ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css'],
	leaflet: ['leaflet.js', 'leaflet.css']
};
export const FRAMES = 20;

/** `place` is the one that gets pressed. Gives the kilobytes of the world, and of our own ground, for comparison. */
export function writePeers(site, folder, place) {
	const read = (name) => readFileSync(join(site, name), 'utf8');
	const [story, style, published] = ['story.json', 'style.json', 'places.geojson'].map((name) =>
		JSON.parse(read(name))
	);
	const write = (name, text) => writeFileSync(join(folder, name), text);
	for (const [name, files] of Object.entries(LIBRARIES)) {
		const distribution = join(dirname(require.resolve(`${name}/package.json`)), 'dist');
		for (const file of files) copyFileSync(join(distribution, file), join(folder, file));
	}
	const countries = JSON.stringify(world());
	write('countries.geojson', countries);
	write('places.geojson', JSON.stringify(placesOf(story, published, style.sources.parts.data)));

	const { anchor } = story.places.find(({ id }) => id === place);
	const [west, south, east, north] = story.views[0].bbox;
	const known = {
		BOUNDS: [
			[west, south],
			[east, north]
		],
		SPOT: anchor
	};
	for (const name of ['maplibre.html', 'leaflet.html'])
		write(
			name,
			template(name).replace(/\b(BOUNDS|SPOT)\b/g, (word) => JSON.stringify(known[word]))
		);

	const [, map = ''] = /<div class="still[^>]*>(<svg.*?<\/svg>)/s.exec(read('embed/index.html')) ?? [];
	if (!map) throw new Error('The still map was not found in embed/index.html.');
	const parts = { MAP: map, PLACES: story.places.map((place) => details(place, story.passages)).join('\n') };
	write(
		'floor.html',
		template('floor.html').replace(/<!-- (MAP|PLACES) -->/g, (_, part) => parts[part])
	);
	const compressed = (text) => brotliCompressSync(text).length / 1000;
	const { features } = JSON.parse(read('whole.json')).ground;
	const own = features.filter(({ properties: { ground } }) => ['land', 'borders'].includes(ground));
	return { world: compressed(countries), prepared: compressed(JSON.stringify(own)) };
}

/** Natural Earth 1:50m as it is published, rounded to about 100 m: the ground of a page that nobody prepares one for. */
function world() {
	const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
	const text = JSON.stringify(feature(topology, topology.objects.countries), (_key, value) =>
		typeof value === 'number' ? Number(value.toFixed(3)) : value
	);
	return JSON.parse(text);
}

/** A page of another site with frames that nobody has scrolled to. */
export function writeHost(folder, name, address) {
	const frame = `<iframe src="${address}" width="600" height="500"></iframe>`;
	const page = `<!doctype html><title>Host</title><link rel="icon" href="data:,"><p style="height: 400vh">Above</p>`;
	writeFileSync(join(folder, `${name}.html`), page + frame.repeat(FRAMES));
}

const template = (name) => readFileSync(new URL(`peers/${name}`, import.meta.url), 'utf8');

const quotesOf = (place, passages) =>
	passages.filter(({ places }) => places.some((mention) => mention.place === place));

/** Areas and lines as they are published; every other place is a spot, which is how a bare map shows one. */
function placesOf({ places, passages }, published, parts) {
	const extended = new Set(
		parts.features
			.filter(({ properties: { part } }) => part === 'area' || part === 'line')
			.map(({ properties: { place } }) => place)
	);
	const features = places
		.filter(({ anchor }) => anchor)
		.map(({ id, name, anchor }) => ({
			type: 'Feature',
			geometry: extended.has(id)
				? published.features.find((feature) => feature.id === id).geometry
				: { type: 'Point', coordinates: anchor },
			properties: {
				id,
				name,
				quotes: quotesOf(id, passages).map(({ id, quote, speaker }) => ({ id, quote, speaker: speaker.name }))
			}
		}));
	// What is drawn last can be pressed: spots over the areas they lie in, and of two the one with more to read.
	const weight = ({ geometry, properties: { quotes } }) =>
		(geometry.type === 'Point' ? 1000 : 0) + quotes.length;
	return { type: 'FeatureCollection', features: features.toSorted((a, b) => weight(a) - weight(b)) };
}

function details({ id, name }, passages) {
	const quotes = quotesOf(id, passages).map(
		(passage) =>
			`<p>${escaped(passage.speaker.name)}</p><blockquote data-passage="${passage.id}">${escaped(passage.quote)}</blockquote>`
	);
	// The fragment names what is inside: following it, the browser opens the whole.
	return `<details data-popup="${id}"><summary>${escaped(name)}</summary><div id="${id}">${quotes.join('')}</div></details>`;
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
