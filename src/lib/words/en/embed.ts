/** Words of the section and the dialog that offer the embed, and words that only the embed shows. */
export const embed = {
	heading: 'Put this map on your page',
	offer: 'Embed the map',
	alone: 'The embed on its own',
	dialogFailed: 'The dialog did not come. Reload the page to try again, or use the link.',
	close: 'Close',
	paste: 'HTML to paste',
	copy: 'Copy',
	copied: 'Copied.',
	notCopied: 'Copying is not allowed here. The text is selected: copy it with the keyboard.',
	opensSelected: 'It opens with what is selected now.',
	opensUnselected: 'It opens with nothing selected. Select a place or passage first, and it opens with that.',
	preview: 'How it will look',
	/** Labels of the parameters, by name. */
	parameters: {
		layers: 'Layers',
		comments: 'Comments of the republisher',
		theme: 'Light or dark',
		list: 'List of passages',
		start: 'The map moves'
	},
	/** Labels of their values. */
	values: {
		comments: { off: 'off', on: 'on' },
		theme: { auto: 'auto', light: 'light', dark: 'dark' },
		list: { on: 'on', off: 'off' },
		start: { auto: 'auto', live: 'live', click: 'click' }
	},
	starts:
		'When the map comes alive. auto: when it is in view and the page is idle, but at the first touch where the reader' +
		' saves data. live: at once. click: at the first touch.',
	widths: 'Shown here at a width of',
	/** CSS pixels. */
	width: ({ pixels }: { pixels: number }) => `${pixels} px`,
	variants: 'HTML',
	variant: {
		plain: 'Plain',
		sandboxed: 'Sandboxed, for systems that want it shut in',
		quoted: 'With the quote, for systems that take out iframes'
	},
	wholePage: 'Open the whole page',
	fullScreen: 'Full screen'
};
