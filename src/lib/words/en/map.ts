/** Words of the still map, the live map, the controls and the key. */
import { distance, month } from './formats';

export const map = {
	/** Label of the map's region, for screen readers. */
	region: 'Map',
	still: ({ view }: { view: string }) => `Map of ${view}`,
	inset: 'Where in the world this is',
	/** Label of a place on the still map, for screen readers. */
	place: ({ name, kind }: { name: string; kind: string }) => `${name}, ${kind}`,
	/** Below the name of a place of which only the surroundings are known. */
	somewhere: ({ metres }: { metres: number }) => `somewhere within ${distance(metres)}`,
	views: 'Views of the map',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	unavailable: 'This map stands still; everything can be read.',
	tryAgain: 'Try again',
	/** MapLibre shows these in a frame, where one finger and the wheel scroll the host page. */
	useCtrl: 'Use Ctrl and the wheel to zoom the map',
	useCommand: 'Use ⌘ and the wheel to zoom the map',
	useTwoFingers: 'Use two fingers to move the map',
	/** Units of the scale. */
	metres: 'm',
	kilometres: 'km',
	credits: ({ sources }: { sources: string[] }) => `${sources.join(' · ')}.`,
	licences: 'Data and licences'
};

export const key = {
	/** Name of the key, and of the button that opens it on small maps. */
	label: 'Key',
	/** 'Crossings in November 2021'. `date`: a month or a day in the form of ISO 8601, if all have the same. */
	statuses: ({ layer, date }: { layer: string; date?: string | undefined }) =>
		date ? `${layer} in ${month(date)}` : layer,
	notFromArticle: 'From other reports, not the article',
	brokenRing: 'Broken ring: not confirmed',
	stretch: 'It lies somewhere on this stretch',
	/** Above the checkboxes of the layers. */
	show: 'Show',
	layers: 'Layers of the map',
	comments: ({ count }: { count: number }) => `Republisher’s comments (${count})`
};
