/** The query parameters of /embed/: their names, values and defaults. */

/** The first value of each is the default. */
export const parameterValues = {
	comments: ['off', 'on'],
	theme: ['auto', 'light', 'dark'],
	list: ['on', 'off'],
	start: ['auto', 'live', 'click']
} as const;

export interface Parameters {
	/** Ids of the layers that are shown, in the story's order; undefined for all. An empty list is not possible. */
	layers: string[] | undefined;
	/** Whether the republisher's comments are shown. */
	comments: boolean;
	theme: (typeof parameterValues)['theme'][number];
	/** Whether the list of all passages is shown beside or below the map. */
	list: boolean;
	/**
	 * When the live map starts. `auto`: when it is in view and the page is idle. `live`: when it is in view. `click`:
	 * when it is touched.
	 */
	start: (typeof parameterValues)['start'][number];
}

export const defaultParameters: Readonly<Parameters> = {
	layers: undefined,
	comments: false,
	theme: 'auto',
	list: true,
	start: 'auto'
};
