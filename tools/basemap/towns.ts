/** Makes basemap/towns.geojson, the towns that the map names: more of them, and smaller ones, near the border. */
import type { Point } from 'geojson';
import { placeIn, pretty, readGeo, writeGeo, type Layer } from './geo-files.ts';
import { LOCAL_LANGUAGES, readTowns, type Town } from './geonames.ts';
import { roundPosition, type LineString } from './lines.ts';
import { distance, distanceToNearest, type Position } from './planar.ts';

/** Which towns are shown. Distances are in kilometres. */
interface Zone {
	/** Up to how far from the border, or from the camp. */
	reach: number;
	population: number;
	/** To a larger town that is shown. */
	gap: number;
}

const AROUND_BORDER: Zone[] = [
	{ reach: 12, population: 500, gap: 2.5 },
	{ reach: 32, population: 2500, gap: 6 },
	{ reach: 80, population: 11_000, gap: 12 },
	{ reach: 200, population: 40_000, gap: 28 },
	{ reach: 400, population: 105_000, gap: 45 }
];
const FAR: Zone = { reach: Infinity, population: 210_000, gap: 45 };
const AROUND_CAMP: Zone = { reach: 25, population: 0, gap: 1.2 };

/** Populations from which a town has rank 2, 3, 4 or 5. Capitals have 1, others 6. */
const RANKS = [500_000, 150_000, 40_000, 5000];

/** GeoNames' codes for parts of towns, farm villages, and what is historical, abandoned or destroyed. */
const NOT_A_TOWN = /PPLX|PPLH|PPLQ|PPLW|PPLF/;

/** What the towns are chosen by. */
interface Surroundings {
	box: [west: number, south: number, east: number, north: number];
	border: Position[];
	camp: Position;
}

interface ShownTown extends Town {
	zone: Zone;
	rank: number;
}

export function makeTowns(): void {
	const surroundings = readSurroundings();
	const features = notCrowded(candidates(readTowns(), surroundings))
		.sort((a, b) => a.rank - b.rank || sizeOf(b) - sizeOf(a))
		.map(({ id, position, names, country, population, rank }) => ({
			type: 'Feature',
			id,
			geometry: { type: 'Point', coordinates: roundPosition(position, 3) },
			properties: { names, local: LOCAL_LANGUAGES[country], country, population, rank }
		}));
	writeGeo(
		'basemap/towns.geojson',
		pretty({ type: 'FeatureCollection', attribution: 'GeoNames (CC BY 4.0)', features })
	);
	const ranks = counts(features.map(({ properties }) => properties.rank));
	const countries = counts(features.map(({ properties }) => properties.country));
	console.log(`${features.length} towns, by rank:`, ranks, 'by country:', countries);
}

function readSurroundings(): Surroundings {
	const { bbox } = readGeo<{ bbox: Surroundings['box'] }>('basemap/region.topojson');
	const border = placeIn(readGeo<Layer<LineString>>('border.geojson'), 'border');
	const camp = placeIn(
		readGeo<Layer<Point & { coordinates: Position }>>('border-camp.geojson'),
		'border-camp'
	);
	return {
		box: bbox,
		border: border.geometry.coordinates.filter((_, index) => index % 5 === 0),
		camp: camp.geometry.coordinates
	};
}

/** Capitals, and what is large enough for where it lies; the largest first. */
function candidates(towns: Town[], { box, border, camp }: Surroundings): ShownTown[] {
	const [west, south, east, north] = box;
	const isInBox = ([x, y]: Position): boolean => x > west && x < east && y > south && y < north;
	return towns
		.filter(({ position, code }) => isInBox(position) && !NOT_A_TOWN.test(code))
		.map((town) => {
			const fromBorder = distanceToNearest(town.position, border);
			const isAroundCamp = distance(town.position, camp) < AROUND_CAMP.reach;
			const zone = isAroundCamp
				? AROUND_CAMP
				: (AROUND_BORDER.find(({ reach }) => fromBorder < reach) ?? FAR);
			return { ...town, zone, rank: rankOf(town, fromBorder) };
		})
		.filter((town) => isCapital(town) || sizeOf(town) >= town.zone.population)
		.sort(
			(a, b) => Number(isCapital(b)) - Number(isCapital(a)) || sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1)
		);
}

const isCapital = ({ code }: Town): boolean => code === 'PPLC';

const sizeOf = ({ population }: Town): number => population ?? 0;

/** Near the border a town counts as one rank larger. */
function rankOf(town: Town, fromBorder: number): number {
	if (isCapital(town)) return 1;
	const step = RANKS.findIndex((least) => sizeOf(town) >= least);
	const rank = step < 0 ? 6 : step + 2;
	return fromBorder < 60 && sizeOf(town) > 40_000 ? Math.max(2, rank - 1) : rank;
}

function notCrowded(towns: ShownTown[]): ShownTown[] {
	const shown: ShownTown[] = [];
	for (const town of towns) {
		const isCrowded = shown.some((other) => distance(other.position, town.position) < town.zone.gap);
		if (isCapital(town) || !isCrowded) shown.push(town);
	}
	return shown;
}

function counts(values: (string | number)[]): Record<string, number> {
	const times: Record<string, number> = {};
	for (const value of values) times[value] = (times[value] ?? 0) + 1;
	return times;
}
