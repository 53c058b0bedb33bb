/** The map, still and live, with what stands on it, and its key. */
export const map = {
	/** The part of the page, for those who do not see it. */
	region: 'Map',
	still: ({ view }: { view: string }) => `Map of ${view}`,
	inset: 'Where in the world this is',
	/** What a screen reader hears of a place on the still map. */
	place: ({ name, kind }: { name: string; kind: string }) => `${name}, ${kind}`,
	views: 'Views of the map',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	unavailable: 'The moving map could not be drawn so far. The still map and every quote stay.',
	tryAgain: 'Try again',
	/** In a page's frame one finger and the wheel alone move the page. */
	useCtrl: 'Use Ctrl and the wheel to zoom the map',
	useCommand: 'Use ⌘ and the wheel to zoom the map',
	useTwoFingers: 'Use two fingers to move the map',
	/** The units of its scale. */
	metres: 'm',
	kilometres: 'km',
	credits: ({ sources }: { sources: string[] }) => `${sources.join(' · ')}.`,
	licences: 'Data and licences'
};

export const key = {
	layers: 'Layers of the map',
	comments: ({ count }: { count: number }) => `Republisher’s comments (${count})`
};
