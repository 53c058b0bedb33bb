/**
 * The live map: one MapLibre map over one style, told what to show and asked where things are. It knows places by id
 * and nothing of cards, lists or addresses.
 */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Position } from 'geojson';
import type { Map } from 'maplibre-gl';
import { fit } from '$lib/geo/mercator';
import { buildStyle, type Look } from '$lib/style/style';
import { pointShapes, symbolImage } from '$lib/style/symbols';
import type { MapData } from '$lib/model/drawing';
import { createCamera, type Camera } from './camera';
import type { Point } from './card-position';
import { extendData, type ReadMap } from './map-data';
import { createMap, removeWhenPossible } from './maplibre';
import { listenToClicks } from './clicks';
import { gpuFinishes, rendersSomething } from './rendered';

export interface LiveMapOptions {
	container: HTMLElement;
	data: ReadMap;
	look: Look;
	/** Where the reader left an earlier map; without it the first view is shown. */
	from: CameraPosition | undefined;
	/** In a frame one finger and the wheel belong to the page around it. */
	cooperative: boolean;
	/** The map is removed once it is aborted. */
	signal: AbortSignal;
	/** Called with the place a press on the map means and where it was pressed; with nothing for a press on no place. */
	onpick: (place: string | undefined, at: Position) => void;
	onmove: () => void;
	onstate: (state: 'live' | 'lost' | 'unavailable') => void;
}

export interface CameraPosition {
	center: Position;
	zoom: number;
}

export interface LiveMap extends Pick<MapData, 'places' | 'passages'> {
	camera: Camera;
	/** Highlights these places and no others. */
	highlight(places: string[]): void;
	locate(position: Position): Point;
	setLook(look: Look): void;
	setCooperative(cooperative: boolean): void;
	zoom(steps: number): void;
	/** Where the reader left it; a lost map knows it too. */
	position(): CameraPosition;
	/** What it shows, as the reader left it. */
	picture(): HTMLCanvasElement;
}

/** Throws GPUInitializationError where there is no WebGL2. */
export function startLiveMap(options: LiveMapOptions): LiveMap {
	const { signal, data, container, cooperative: cooperativeGestures } = options;
	const { clientWidth: width, clientHeight: height } = container;
	let look = options.look;
	const style = buildStyle(data, look);
	const { center, zoom } = options.from ?? fit(data.views[0].bbox, { width, height });
	const element = container.appendChild(document.createElement('div'));
	const map = createMap({
		container: element,
		style,
		cooperativeGestures,
		center: center as [number, number],
		zoom
	});
	const remove = removeWhenPossible(map);
	signal.addEventListener('abort', () => {
		element.hidden = true;
		map.once('remove', () => element.remove());
		remove();
	});
	addImages(map);
	const firstDrawn = extendData(map, data.surroundings, data.readAll);
	tellStates(map, () => buildStyle(data, look), options, firstDrawn);
	map.on('move', options.onmove);
	const places = placeSources(style);
	const layers = style.layers.filter((layer) => 'source' in layer && places.includes(layer.source));
	listenToClicks(
		map,
		layers.map(({ id }) => id),
		options.onpick
	);
	return {
		places: data.places,
		passages: data.passages,
		camera: createCamera(map, data),
		highlight: createHighlight(map, places),
		locate: (position) => map.project(position as [number, number]),
		setLook(next) {
			if (sameLook(look, next)) return;
			look = next;
			// The data is what it is by now: the map may have fetched the whole of it.
			const transformStyle = (before: StyleSpecification | undefined, after: StyleSpecification) => ({
				...after,
				sources: before?.sources ?? after.sources
			});
			map.setStyle(buildStyle(data, look), { transformStyle, validate: false });
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
		picture: () => copyOf(map)
	};
}

/** Tells when the map is live, lost, or comes to nothing. `style`: as it looks now. `firstDrawn`: called when it is live. */
function tellStates(
	map: Map,
	style: () => StyleSpecification,
	{ signal, onstate }: LiveMapOptions,
	firstDrawn: () => void
): void {
	let drawn = false;
	const announce = async (): Promise<void> => {
		if (!(await gpuFinishes(map, signal))) return;
		drawn = rendersSomething(map);
		onstate(drawn ? 'live' : 'unavailable');
		if (drawn) firstDrawn();
	};
	map.once('idle', () => void announce());
	// Before the first picture an error means that there will be none: its worker was refused, say.
	map.on('error', () => {
		if (!drawn) onstate('unavailable');
	});
	map.on('webglcontextlost', () => onstate('lost'));
	map.on('webglcontextrestored', () => {
		// MapLibre brings the style back by itself, unless it was lost before that had loaded; either way it looks as it did.
		if (!map.getStyle()) map.setStyle(style());
		map.once('idle', () => void announce());
	});
}

/** A restored map has forgotten its images, too. */
function addImages(map: Map): void {
	map.on('style.load', () => {
		for (const shape of pointShapes) {
			const images = { [shape]: symbolImage(shape, false), [`${shape} hollow`]: symbolImage(shape, true) };
			for (const [name, image] of Object.entries(images))
				if (!map.hasImage(name)) map.addImage(name, image, { sdf: true, pixelRatio: 2 });
		}
	});
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

function copyOf(map: Map): HTMLCanvasElement {
	const drawn = map.getCanvas();
	const copy = document.createElement('canvas');
	[copy.width, copy.height] = [drawn.width, drawn.height];
	copy.style.width = `${drawn.clientWidth}px`;
	// The canvas holds its picture only until the browser has shown it: drawn anew, it can be read at once.
	map.redraw();
	copy.getContext('2d')?.drawImage(drawn, 0, 0);
	return copy;
}

const sameLook = (a: Look, b: Look): boolean =>
	a.theme === b.theme && a.hidden.size === b.hidden.size && [...a.hidden].every((id) => b.hidden.has(id));

/** The sources whose features are parts of places, known by the place's id. */
const placeSources = ({ sources }: StyleSpecification): string[] =>
	Object.entries(sources).flatMap(([id, source]) => ('promoteId' in source ? [id] : []));
