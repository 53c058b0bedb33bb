/** The live map: one MapLibre map with one style. It knows places only by id, and no cards, lists or URLs. */
import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Position } from 'geojson';
import type { Map } from 'maplibre-gl';
import { SIDE_LAYERS } from '$lib/style/layers/basemap-layers';
import { inSystemFont } from '$lib/style/label-font';
import { buildStyle, PLACES, type Look } from '$lib/style/style';
import type { MapData } from '$lib/model/drawing';
import { cameraOf, createCamera, keyWidth, type Camera } from './camera/camera';
import { createCardTargets, type CameraPosition, type CardTargets } from './camera/card-room';
import { extendData, type ReadMap } from './map-data';
import { addImages, copyCanvas, createMap, removeWhenPossible } from './maplibre';
import { listenToClicks } from './clicks';
import { drawSignImages } from './images/sign-images';
import { createCover, isRendered, waitForGpu, type Cover } from './rendered';

export interface LiveMapOptions {
	container: HTMLElement;
	data: ReadMap;
	look: Look;
	/** Whether the font of the style has loaded. */
	hasFont: boolean;
	/** Camera position of an earlier live map; without it the map shows a view. */
	from: CameraPosition | undefined;
	/** Id of the view; without it, the first. */
	view: string | undefined;
	/** Whether one finger and the wheel scroll the page instead of moving the map, as in frames. */
	cooperative: boolean;
	/** The map is removed when this is aborted. */
	signal: AbortSignal;
	/** Called after a click with the place that it selects, if any, and its position. */
	onpick: (place: string | undefined, position: Position) => void;
	onmove: () => void;
	onstate: (state: 'live' | 'lost' | 'unavailable') => void;
	/** Called with whether a still map must cover this one, because it has not rendered what its camera looks at. */
	oncover: (covered: boolean) => void;
}

export interface LiveMap extends Pick<MapData, 'places' | 'passages'>, Cover {
	camera: Camera;
	/** Highlights these places and no others. */
	highlight(places: string[]): void;
	/** What the cards of places must not cover. */
	targets: CardTargets;
	/** Where the camera looks now. */
	cameraNow(): CameraPosition;
	setLook(look: Look): void;
	setCooperative(cooperative: boolean): void;
	zoom(steps: number): void;
	/** Stops a movement of the camera and returns where it is. It works after the WebGL context is lost, too. */
	position(): CameraPosition;
	/** A copy of what the map shows. */
	picture(): HTMLCanvasElement;
}

/** @throws GPUInitializationError (MapLibre) if there is no WebGL 2 */
export function startLiveMap(options: LiveMapOptions): LiveMap {
	const { data } = options;
	let look = options.look;
	const styleFor = (look: Look): StyleSpecification => {
		const style = buildStyle(data, look);
		return options.hasFont ? style : inSystemFont(style);
	};
	const style = styleFor(look);
	const map = addMap(options, style);
	addImages(map);
	drawSignImages(map);
	const targets = createCardTargets(data);
	const world = extendData(map, data.surroundings, async () => {
		const sources = await data.readWorld();
		if (sources[PLACES]) targets.setParts(sources[PLACES]);
		return sources;
	});
	const { cover, uncover } = createCover(map, world, options);
	reportStates(
		map,
		() => styleFor(look),
		options,
		() => {
			world.start();
			if (world.isComplete()) return options.oncover(false);
			cover();
			uncover();
		}
	);
	map.on('move', options.onmove);
	const sources = placeSources(style);
	const placeLayers = style.layers.filter(
		(layer) =>
			'source' in layer &&
			sources.includes(layer.source) &&
			!SIDE_LAYERS.includes(layer.id) &&
			!isDecoration(layer)
	);
	listenToClicks(
		map,
		placeLayers.map(({ id }) => id),
		options.onpick
	);
	return {
		places: data.places,
		passages: data.passages,
		camera: createCamera(map, data, () => {
			cover();
			uncover();
		}),
		cover,
		uncover,
		highlight: createHighlight(map, sources),
		targets,
		cameraNow: () => ({ center: map.getCenter().toArray(), zoom: map.getZoom() }),
		setLook(next) {
			if (isSameLook(look, next)) return;
			look = next;
			applyStyle(map, styleFor(look));
		},
		setCooperative(cooperative) {
			if (cooperative) map.cooperativeGestures.enable();
			else map.cooperativeGestures.disable();
		},
		zoom(steps) {
			map.zoomTo(map.getZoom() + steps);
		},
		position() {
			map.stop();
			return { center: map.getCenter().toArray(), zoom: map.getZoom() };
		},
		picture: () => copyCanvas(map)
	};
}

/** Creates the map in an element of its own, and removes both when the signal is aborted. */
function addMap(
	{ container, data, from, view, cooperative, signal }: LiveMapOptions,
	style: StyleSpecification
): Map {
	const { clientWidth: width, clientHeight: height } = container;
	const first = data.views.find(({ id }) => id === view) ?? data.views[0];
	const { center, zoom } = from ?? cameraOf(first, { width, height }, keyWidth(container));
	const element = container.appendChild(document.createElement('div'));
	const map = createMap({
		container: element,
		style,
		cooperativeGestures: cooperative,
		center: center as [number, number],
		zoom
	});
	const remove = removeWhenPossible(map);
	signal.addEventListener('abort', () => {
		element.hidden = true;
		map.once('remove', () => element.remove());
		remove();
	});
	return map;
}

/**
 * Reports whether the map is live, lost or unavailable.
 * @param buildCurrentStyle builds the style for the current look
 * @param onlive called each time before the map is live
 */
function reportStates(
	map: Map,
	buildCurrentStyle: () => StyleSpecification,
	{ signal, onstate }: LiveMapOptions,
	onlive: () => void
): void {
	let isLive = false;
	const reportRendered = async (): Promise<void> => {
		if (!(await waitForGpu(map, signal))) return;
		isLive = isRendered(map);
		if (isLive) onlive();
		onstate(isLive ? 'live' : 'unavailable');
	};
	map.once('idle', () => void reportRendered());
	// An error before the map is live means that it cannot become live, for example because its worker was refused.
	map.on('error', () => {
		if (!isLive) onstate('unavailable');
	});
	map.on('webglcontextlost', () => onstate('lost'));
	map.on('webglcontextrestored', () => {
		// MapLibre restores the style itself, except when the context was lost before the style had loaded.
		if (!map.getStyle()) map.setStyle(buildCurrentStyle());
		map.once('idle', () => void reportRendered());
	});
}

/** Applies another style, but keeps the current data of the sources: it may be that of the whole world by now. */
function applyStyle(map: Map, style: StyleSpecification): void {
	const transformStyle = (previous: StyleSpecification | undefined, next: StyleSpecification) => ({
		...next,
		sources: previous?.sources ?? next.sources
	});
	map.setStyle(style, { transformStyle, validate: false });
}

function createHighlight(map: Map, sources: string[]): (places: string[]) => void {
	let highlighted: string[] = [];
	const setSelected = (id: string, selected: boolean): void => {
		for (const source of sources)
			if (map.getSource(source)) map.setFeatureState({ source, id }, { selected });
	};
	return (places) => {
		for (const id of highlighted) setSelected(id, false);
		for (const id of places) setSelected(id, true);
		highlighted = places;
	};
}

const isSameLook = (a: Look, b: Look): boolean =>
	a.theme === b.theme && a.hidden.size === b.hidden.size && [...a.hidden].every((id) => b.hidden.has(id));

/** Leaders and the like: nobody clicks on them. */
const isDecoration = ({ metadata }: LayerSpecification): boolean =>
	(metadata as { decoration?: true } | undefined)?.decoration === true;

/** Ids of the sources of places. These are the ones that use the id of the place as feature id. */
const placeSources = ({ sources }: StyleSpecification): string[] =>
	Object.entries(sources).flatMap(([id, source]) => ('promoteId' in source ? [id] : []));
