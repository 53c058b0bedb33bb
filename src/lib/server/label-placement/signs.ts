/**
 * Gives each symbol on a line its place beside the line, for each step of zoom, and says from which step on its name has
 * room. Still maps, the live map and pictures draw the result.
 */
import type { LineString, Point, Position } from 'geojson';
import { project } from '$lib/geo/mercator';
import type { DrawnPart, Offset, Part, StandingSign } from '$lib/model/drawing';
import type { Place, Story } from '$lib/model/story';
import { MAX_SYMBOLS, SIGN_NAME_SIZE } from '$lib/style/constants';
import { SIGN_STEPS, signOf, pointShape } from '$lib/style/symbols';
import { runsUpright, signsBeside, type Pixel, type SignLine, type SignSize } from './beside-line';
import { LabelBoard } from './board';

/** Signs are smaller at the first step. */
const SMALL: SignSize = { spacing: 12.5, gap: 17 };
const LARGE: SignSize = { spacing: 18, gap: 28 };

/**
 * The signs that stand beside their line, by place id. None if there are so many that still maps gather symbols.
 * @param zoom zoom of the first view
 */
export function placeSigns(parts: DrawnPart[], places: Place[], zoom: number): Record<string, StandingSign> {
	const symbols = parts.filter(({ properties }) => properties.part === 'symbol');
	if (symbols.length > MAX_SYMBOLS) return {};
	const groups = groupByLine(parts, symbols, places);
	const members = groups.flatMap(({ members }) => members);
	const onLines = new Set(members.map(({ place }) => place));
	const others = symbols.filter(({ properties }) => !onLines.has(properties.place)).map(positionOf);
	const steps = Array.from({ length: SIGN_STEPS }, (_, step) => {
		const scale = 512 * 2 ** (zoom - 1 + step);
		const toPixel = (position: Position): Pixel => {
			const [x, y] = project(position);
			return [x * scale, y * scale];
		};
		return solveStep(groups, others, toPixel, step);
	});
	const certain = new Set(places.flatMap(({ id, certainty }) => (certainty === 'certain' ? [id] : [])));
	return Object.fromEntries(
		members.map(({ place }) => {
			const stands = steps.map((step) => step.get(place)).filter((stand) => stand !== undefined);
			const standing: StandingSign = {
				side: stands[0]?.side ?? 'left',
				offsets: stands.map(({ offset }) => offset),
				// A name that has room at a step keeps it at those above.
				named: stands.findLastIndex(({ hasName }) => !hasName) + 1,
				dot: certain.has(place)
			};
			return [place, standing];
		})
	);
}

/** Says of each symbol which sign it has, and of each stretch how certain it is. */
export function withSigns(
	parts: DrawnPart[],
	{ places, layers }: Pick<Story, 'places' | 'layers'>,
	standing: Record<string, StandingSign>
): DrawnPart[] {
	const placeOf = new Map(places.map((place) => [place.id, place]));
	const layerOf = new Map(layers.map((layer) => [layer.id, layer]));
	return parts.map((part): DrawnPart => {
		const { properties } = part;
		const [place, layer] = [placeOf.get(properties.place), layerOf.get(properties.layer)];
		if (!place || !layer) return part;
		if (properties.part === 'stretch')
			return { ...part, properties: { ...properties, certainty: place.certainty } };
		if (properties.part !== 'symbol' || !(place.status ?? standing[place.id])) return part;
		const { sign, broken } = place.status
			? signOf(layer, place.status)
			: { sign: pointShape(layer.shape), broken: false };
		return { ...part, properties: { ...properties, sign, ...(broken && { broken }) } };
	});
}

interface Group {
	line: LineString;
	left: Part['left'];
	members: { place: string; name: string; position: Position }[];
}

const positionOf = ({ geometry }: DrawnPart): Position => (geometry as Point).coordinates;

function groupByLine(parts: DrawnPart[], symbols: DrawnPart[], places: Place[]): Group[] {
	const lineOf = new Map(places.map(({ id, on }) => [id, on]));
	return parts
		.filter(({ properties }) => properties.part === 'line')
		.map(({ geometry, properties: { place: line, left } }) => ({
			line: geometry as LineString,
			left,
			members: symbols
				.filter(({ properties }) => lineOf.get(properties.place) === line)
				.map((symbol) => ({
					place: symbol.properties.place,
					name: symbol.properties.name,
					position: positionOf(symbol)
				}))
		}));
}

interface Stand {
	offset: Offset;
	side: StandingSign['side'];
	hasName: boolean;
}

/** By place id, where its sign stands at one step. */
function solveStep(
	groups: Group[],
	others: Position[],
	toPixel: (position: Position) => Pixel,
	step: number
): Map<string, Stand> {
	const board = new LabelBoard([1], false);
	const taken = others.map(toPixel);
	const placed = groups.flatMap(({ line, left, members }) => {
		const spots = members.map(({ position }) => toPixel(position));
		const signLine = { ...sideOf(line.coordinates.map(toPixel), left), spots };
		const signs = signsBeside(signLine, step === 0 ? SMALL : LARGE, taken);
		taken.push(...signs);
		return members.map((member, index) => ({
			...member,
			side: outerSide(signLine),
			spot: spots[index] ?? [0, 0],
			sign: signs[index] ?? [0, 0]
		}));
	});
	for (const [x, y] of taken) board.addSymbol({ x, y });
	return new Map(
		placed.map(({ place, name, side, spot, sign: [x, y] }) => {
			const label = board.placeName({ text: name, size: SIGN_NAME_SIZE, sides: [side] }, { x, y });
			const offset: Offset = [Math.round(x - spot[0]), Math.round(y - spot[1])];
			return [place, { offset, side, hasName: label !== null && step > 0 }];
		})
	);
}

/** The first named side of the line, and otherwise the west or north. */
function sideOf(points: Pixel[], left: Part['left']): Omit<SignLine, 'spots'> {
	const isUpright = runsUpright(points);
	const [[startX, startY], [endX, endY]] = [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]];
	if (!left) return { points, isUpright, direction: -1 };
	// The left of a line that runs down the map is on the right of the map; of one that runs to the right, it is above.
	const leftIsPositive = isUpright ? endY > startY : endX < startX;
	return { points, isUpright, direction: leftIsPositive === (left === 1) ? 1 : -1 };
}

function outerSide({ isUpright, direction }: SignLine): StandingSign['side'] {
	if (isUpright) return direction < 0 ? 'left' : 'right';
	return direction < 0 ? 'above' : 'below';
}
