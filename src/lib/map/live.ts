/**
 * The live map: one MapLibre map over one style, told what to show and asked where things are. It knows places by id
 * and nothing of cards, lists or addresses.
 */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { BBox, Position } from 'geojson';
import type { MapGeoJSONFeature } from 'maplibre-gl';
import type { Theme } from '$lib/drawing/palette';
import { switchOf } from '$lib/drawing/switches';
import { pointShapes, symbolImage } from '$lib/drawing/symbols';
import type { Part } from '$lib/model';
import type { Point } from './card';
import { createMap } from './maplibre';
import { pick } from './pick';

export interface LiveMapOptions {
	container: HTMLElement;
	styleUrl: string;
	bbox: BBox;
	theme: Theme;
	/** Called with the place a press on the map means and where it was pressed; with nothing for a press on no place. */
	onpick: (place: string | undefined, at: Position) => void;
	onmove: () => void;
	onstate: (state: 'live' | 'lost' | 'unavailable') => void;
}

export interface LiveMap {
	/** Highlights these places and no others. */
	highlight(places: string[]): void;
	/** Brings a box into view, `padding` being what covers the map's edges. */
	frame(bbox: BBox, padding: Padding): void;
	/** Whether a place can be seen as the map stands: its middle `edge` pixels inside, in a size that tells something. */
	shows(bbox: BBox, point: Position, edge: number): 'yes' | 'no' | 'too small';
	locate(position: Position): Point;
	show(layer: string, visible: boolean): void;
	setTheme(theme: Theme): void;
	zoom(steps: number): void;
	remove(): void;
}

export interface Padding {
	top: number;
	right: number;
	bottom: number;
	left: number;
}

/** Half the side of the square around a press in which places are looked for; a finger is about that wide. */
const REACH = 12;

/** Shares of the view: a place larger than that cannot be taken in, one smaller is a speck. */
const LARGEST = 1.5;
const SMALLEST = 0.004;

/** The style, with the addresses of its fonts made absolute: MapLibre would take them as relative to the page. */
async function readStyle(address: string): Promise<StyleSpecification> {
	const url = new URL(address, document.baseURI);
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The map's style could not be read: ${response.status}`);
	const style = (await response.json()) as StyleSpecification;
	const faces = Object.entries(style['font-faces'] ?? {}).map(([name, files]) => [
		name,
		[files]
			.flat()
			.map((file) => (typeof file === 'string' ? file : { ...file, url: new URL(file.url, url).href }))
	]);
	return { ...style, 'font-faces': Object.fromEntries(faces) as StyleSpecification['font-faces'] & object };
}

export async function startLiveMap(options: LiveMapOptions): Promise<LiveMap> {
	const style = await readStyle(options.styleUrl);
	const map = createMap(options.container, style, options.bbox, { theme: options.theme });

	map.on('style.load', () => {
		for (const shape of pointShapes) {
			map.addImage(shape, symbolImage(shape, false), { sdf: true, pixelRatio: 2 });
			map.addImage(`${shape} hollow`, symbolImage(shape, true), { sdf: true, pixelRatio: 2 });
		}
	});
	let drawn = false;
	map.once('idle', () => {
		drawn = true;
		options.onstate('live');
	});
	// Before the first picture an error means that there will be none: its worker was refused, say.
	map.on('error', () => {
		if (!drawn) options.onstate('unavailable');
	});
	map.on('webglcontextlost', () => options.onstate('lost'));
	map.on('webglcontextrestored', () => map.once('idle', () => options.onstate('live')));
	map.on('move', options.onmove);

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
		options.onpick(symbol ?? pick(partsAt(point, REACH)), lngLat.toArray());
	});
	map.on('mousemove', ({ point }) => {
		map.getCanvas().style.cursor = partsAt(point, 2).length > 0 ? 'pointer' : '';
	});

	let highlighted: string[] = [];
	const setSelected = (id: string, selected: boolean): void => {
		if (map.getSource('parts')) map.setFeatureState({ source: 'parts', id }, { selected });
	};

	return {
		highlight(places) {
			for (const id of highlighted) setSelected(id, false);
			for (const id of places) setSelected(id, true);
			highlighted = places;
		},
		frame(bbox, padding) {
			map.fitBounds(bbox as [number, number, number, number], { padding, maxZoom: 12 });
		},
		shows(bbox, point, edge) {
			const { clientWidth: width, clientHeight: height } = options.container;
			const { x, y } = map.project(point as [number, number]);
			const view = map.getBounds();
			const across = (bbox[2] - bbox[0]) / (view.getEast() - view.getWest());
			const down = (bbox[3] - bbox[1]) / (view.getNorth() - view.getSouth());
			const share = Math.max(across, down);
			if (x < edge || x > width - edge || y < edge || y > height - edge || share > LARGEST) return 'no';
			return share < SMALLEST ? 'too small' : 'yes';
		},
		locate: (position) => map.project(position as [number, number]),
		show(layer, visible) {
			map.setGlobalStateProperty(switchOf(layer), !visible);
		},
		setTheme(theme) {
			map.setGlobalStateProperty('theme', theme);
		},
		zoom(steps) {
			map.zoomTo(map.getZoom() + steps);
		},
		remove() {
			map.remove();
		}
	};
}
