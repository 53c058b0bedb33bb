/**
 * The live map: one MapLibre map over one style, told what to show and asked where things are. It knows places by id
 * and nothing of cards, lists or addresses.
 */
import type { BBox, Position } from 'geojson';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fit } from '$lib/drawing/mercator';
import type { Theme } from '$lib/drawing/palette';
import { switchOf } from '$lib/drawing/switches';
import { pointShapes, symbolImage } from '$lib/drawing/symbols';
import type { MapIndex } from '$lib/model';
import { prepare } from './ahead';
import { createCamera, type Camera } from './camera';
import type { Point } from './card';
import { createMap, removeMap } from './maplibre';
import { fenceIn, isPainted, showsSomething } from './painted';
import { listenToPresses } from './presses';
import type { ReadStyle } from './style';
import { bringWhole } from './whole';

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

/** Throws GPUInitializationError where there is no WebGL2. */
export function startLiveMap(options: LiveMapOptions): LiveMap {
	const { signal } = options;
	const { style, index, readWhole } = options.style;
	const { container, cooperative: cooperativeGestures, theme } = options;
	const { clientWidth: width, clientHeight: height } = container;
	const [first] = index.views;
	// MapLibre's own `bounds` have it begin elsewhere and fly there, before anything is drawn.
	const { center, zoom } = options.from ?? fit(first?.bbox ?? WORLD, { width, height });
	const map = createMap({
		container,
		style,
		cooperativeGestures,
		globalState: { theme },
		center: center as [number, number],
		zoom
	});
	signal.addEventListener('abort', () => removeMap(map));
	const begun = bringWhole(map, index.surroundings, readWhole);

	map.on('style.load', () => {
		for (const shape of pointShapes) {
			map.addImage(shape, symbolImage(shape, false), { sdf: true, pixelRatio: 2 });
			map.addImage(`${shape} hollow`, symbolImage(shape, true), { sdf: true, pixelRatio: 2 });
		}
		void prepare(map, index.letters, signal);
	});
	let drawn = false;
	// Of a canvas that nobody sees yet the browser would keep all drawing back until the map is whole.
	map.on('render', () => {
		if (!drawn) fenceIn(map.getCanvas());
	});
	const announce = async (): Promise<void> => {
		// MapLibre's last frame was long: the reader's presses come in between.
		await new Promise((resolve) => setTimeout(resolve));
		if (signal.aborted || map.getCanvas().getContext('webgl2')?.isContextLost()) return;
		drawn = showsSomething(map, style);
		if (!drawn) options.onstate('unavailable');
		else if (await isPainted(map.getCanvas(), signal)) {
			options.onstate('live');
			begun();
		}
	};
	map.once('idle', () => void announce());
	// Before the first picture an error means that there will be none: its worker was refused, say.
	map.on('error', () => {
		if (!drawn) options.onstate('unavailable');
	});
	map.on('webglcontextlost', () => options.onstate('lost'));
	map.on('webglcontextrestored', () => {
		// What was lost before its style had loaded has none to come back with.
		if (!map.getStyle()) map.setStyle(style);
		map.once('idle', () => void announce());
	});
	map.on('move', options.onmove);
	const sources = partSources(style);
	const layers = style.layers.filter((layer) => 'source' in layer && sources.includes(layer.source));
	listenToPresses(
		map,
		layers.map(({ id }) => id),
		options.onpick
	);

	let highlighted: string[] = [];
	const setSelected = (id: string, selected: boolean): void => {
		for (const source of sources)
			if (map.getSource(source)) map.setFeatureState({ source, id }, { selected });
	};

	/** What it is already is not set: even so the whole map would be drawn anew. */
	const setState = (name: string, value: unknown): void => {
		if (map.getGlobalState()[name] !== value) map.setGlobalStateProperty(name, value);
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
			setState(switchOf(layer), !visible);
		},
		setTheme(theme) {
			setState('theme', theme);
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

const WORLD: BBox = [-180, -85, 180, 85];

/** The sources whose features are parts of places, known by the place's id. */
const partSources = ({ sources }: StyleSpecification): string[] =>
	Object.entries(sources).flatMap(([id, source]) => ('promoteId' in source ? [id] : []));
