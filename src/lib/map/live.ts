/**
 * The live map: one MapLibre map over one style, told what to show and asked where things are. It knows places by id
 * and nothing of cards, lists or addresses.
 */
import type { Position } from 'geojson';
import type { Map, MapGeoJSONFeature } from 'maplibre-gl';
import type { Theme } from '$lib/drawing/palette';
import { switchOf } from '$lib/drawing/switches';
import { pointShapes, symbolImage } from '$lib/drawing/symbols';
import type { MapIndex, Part } from '$lib/model';
import { createCamera, type Camera } from './camera';
import type { Point } from './card';
import { createMap } from './maplibre';
import { pick } from './pick';
import type { ReadStyle } from './style';

export interface LiveMapOptions {
	container: HTMLElement;
	style: ReadStyle;
	theme: Theme;
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

export interface LiveMap extends MapIndex {
	camera: Camera;
	/** Highlights these places and no others. */
	highlight(places: string[]): void;
	locate(position: Position): Point;
	show(layer: string, visible: boolean): void;
	setTheme(theme: Theme): void;
	setCooperative(cooperative: boolean): void;
	zoom(steps: number): void;
	/** Where the reader left it; a lost map knows it too. */
	position(): CameraPosition;
	/** What it shows, as the reader left it. */
	drawOn(picture: HTMLCanvasElement): void;
}

/** Half the side of the square around a press in which places are looked for; a finger is about that wide. */
const REACH = 12;

/** Throws GPUInitializationError where there is no WebGL2. */
export function startLiveMap(options: LiveMapOptions): LiveMap {
	const { signal } = options;
	const { style, index } = options.style;
	const { container, cooperative: cooperativeGestures, theme } = options;
	const [first] = index.views;
	const at = options.from
		? { center: options.from.center as [number, number], zoom: options.from.zoom }
		: { bounds: first?.bbox as [number, number, number, number] };
	const map = createMap({ container, style, cooperativeGestures, globalState: { theme }, ...at });
	signal.addEventListener('abort', () => map.remove());

	map.on('style.load', () => {
		for (const shape of pointShapes) {
			map.addImage(shape, symbolImage(shape, false), { sdf: true, pixelRatio: 2 });
			map.addImage(`${shape} hollow`, symbolImage(shape, true), { sdf: true, pixelRatio: 2 });
		}
	});
	let drawn = false;
	map.once('idle', () => {
		drawn = showsSomething(map);
		options.onstate(drawn ? 'live' : 'unavailable');
	});
	// Before the first picture an error means that there will be none: its worker was refused, say.
	map.on('error', () => {
		if (!drawn) options.onstate('unavailable');
	});
	map.on('webglcontextlost', () => options.onstate('lost'));
	map.on('webglcontextrestored', () => {
		// What was lost before its style had loaded has none to come back with.
		if (!map.getStyle()) map.setStyle(style);
		map.once('idle', () => options.onstate(showsSomething(map) ? 'live' : 'unavailable'));
	});
	map.on('move', options.onmove);
	listen(map, options.onpick);

	let highlighted: string[] = [];
	const setSelected = (id: string, selected: boolean): void => {
		if (map.getSource('parts')) map.setFeatureState({ source: 'parts', id }, { selected });
	};

	return {
		...index,
		camera: createCamera(map, index),
		highlight(places) {
			for (const id of highlighted) setSelected(id, false);
			for (const id of places) setSelected(id, true);
			highlighted = places;
		},
		locate: (position) => map.project(position as [number, number]),
		show(layer, visible) {
			map.setGlobalStateProperty(switchOf(layer), !visible);
		},
		setTheme(theme) {
			map.setGlobalStateProperty('theme', theme);
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
		drawOn(picture) {
			const drawn = map.getCanvas();
			[picture.width, picture.height] = [drawn.width, drawn.height];
			// The canvas holds its picture only until the browser has shown it: drawn anew, it can be read at once.
			map.redraw();
			picture.getContext('2d')?.drawImage(drawn, 0, 0);
		}
	};
}

/**
 * MapLibre says that it has loaded where it has not: without its worker no source has come, and nothing is drawn. To
 * look at a pixel itself would wait for the whole picture, seconds of the main thread where the processor draws it.
 */
function showsSomething(map: Map): boolean {
	const { sources } = map.getStyle();
	return (
		Object.keys(sources).every((source) => map.isSourceLoaded(source)) &&
		map.queryRenderedFeatures().length > 0
	);
}

function listen(map: Map, onpick: LiveMapOptions['onpick']): void {
	const partsAt = ({ x, y }: Point, reach: number): Part[] => {
		const box: [[number, number], [number, number]] = [
			[x - reach, y - reach],
			[x + reach, y + reach]
		];
		const found: MapGeoJSONFeature[] = map
			.queryRenderedFeatures(box)
			.filter(({ source }) => source === 'parts');
		return found.map(({ properties }) => properties as Part);
	};
	map.on('click', ({ point, lngLat }) => {
		const symbol = pick(partsAt(point, 0).filter(({ part }) => part === 'symbol'));
		onpick(symbol ?? pick(partsAt(point, REACH)), lngLat.toArray());
	});
	map.on('mousemove', ({ point }) => {
		map.getCanvas().style.cursor = partsAt(point, 2).length > 0 ? 'pointer' : '';
	});
}
