/** The countries of the region: outlines of OpenStreetMap, cut at the box, in which neighbours share borders. */
import type { Feature, FeatureCollection } from 'geojson';
import { outerRings, polygonsOf, type MultiPolygon, type Polygon } from './lines.ts';
import { loadPackage, readPackageJson } from './packages.ts';
import { area, type Position } from './planar.ts';
import type { Area, Areas, CountryTopology, PlainTopology } from './topology.ts';

export const BOX: [west: number, south: number, east: number, north: number] = [12, 46.5, 36, 60];

/** By the alpha-3 code in the data: numeric code of ISO 3166-1 and English name, as in world-atlas. */
const COUNTRIES: Record<string, [id: string, name: string]> = {
	ALA: ['246', 'Finland'],
	AUT: ['040', 'Austria'],
	BLR: ['112', 'Belarus'],
	CZE: ['203', 'Czechia'],
	DEU: ['276', 'Germany'],
	DNK: ['208', 'Denmark'],
	EST: ['233', 'Estonia'],
	FIN: ['246', 'Finland'],
	HRV: ['191', 'Croatia'],
	HUN: ['348', 'Hungary'],
	ITA: ['380', 'Italy'],
	LTU: ['440', 'Lithuania'],
	LVA: ['428', 'Latvia'],
	MDA: ['498', 'Moldova'],
	NOR: ['578', 'Norway'],
	POL: ['616', 'Poland'],
	ROU: ['642', 'Romania'],
	RUS: ['643', 'Russia'],
	SVK: ['703', 'Slovakia'],
	SVN: ['705', 'Slovenia'],
	SWE: ['752', 'Sweden'],
	UKR: ['804', 'Ukraine']
};
const NAMES = new Map(Object.values(COUNTRIES));

/** Square kilometres. */
const SMALLEST_ISLAND = 20;

interface Mapshaper {
	applyCommands(commands: string, input: { 'in.json': string }): Promise<{ 'out.json': Uint8Array }>;
}

type Outline = Feature<MultiPolygon, { id: string }>;

interface MapshaperTopology extends PlainTopology {
	objects: { countries: Areas<{ id: string }> };
}

/** Mapshaper closes the gaps and overlaps between neighbours, which are up to 20 m wide in the data. */
export async function countryTopology(): Promise<CountryTopology> {
	const { applyCommands } = loadPackage<Mapshaper>('mapshaper');
	const commands = [
		`-i in.json -clip bbox=${BOX.join(',')}`,
		`-clean snap-interval=0.00002 gap-fill-area=2km2 sliver-control=1`,
		`-filter-islands min-area=${SMALLEST_ISLAND}km2`,
		`-rename-layers countries -o out.json format=topojson no-quantization`
	];
	const input = JSON.stringify({ type: 'FeatureCollection', features: outlines() });
	const output = await applyCommands(commands.join(' '), { 'in.json': input });
	const topology = JSON.parse(String(output['out.json'])) as MapshaperTopology;
	const geometries = topology.objects.countries.geometries.map(named);
	return { ...topology, objects: { countries: { type: 'GeometryCollection', geometries } } };
}

/** Whole islands and mainlands that reach into the box, without their holes: here none is above 1 km². */
function outlines(): Outline[] {
	const data = readPackageJson<FeatureCollection<Polygon | MultiPolygon, { A3: string }>>(
		'@geo-maps/countries-coastline-10m',
		'map.geo.json'
	);
	const polygons = new Map<string, Position[][][]>();
	for (const { properties, geometry } of data.features) {
		const [id] = COUNTRIES[properties.A3] ?? [];
		if (id === undefined) continue;
		const kept = outerRings(polygonsOf(geometry)).filter(
			(ring) => overlapsBox(ring) && area(ring) > SMALLEST_ISLAND
		);
		polygons.set(id, [...(polygons.get(id) ?? []), ...kept.map((ring) => [ring])]);
	}
	return [...polygons]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, coordinates]) => ({
			type: 'Feature',
			properties: { id },
			geometry: { type: 'MultiPolygon', coordinates }
		}));
}

function overlapsBox(ring: Position[]): boolean {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of ring) {
		[west, south] = [Math.min(west, x), Math.min(south, y)];
		[east, north] = [Math.max(east, x), Math.max(north, y)];
	}
	return west < BOX[2] && east > BOX[0] && south < BOX[3] && north > BOX[1];
}

/** The type comes first, as in GeoJSON; mapshaper writes it second. */
function named(area: Area<{ id: string }>): Area<{ id: string; name: string }> {
	const { id } = area.properties;
	const name = { id, properties: { id, name: NAMES.get(id) ?? '' } };
	return area.type === 'Polygon'
		? { type: area.type, arcs: area.arcs, ...name }
		: { type: area.type, arcs: area.arcs, ...name };
}
