/** Words of the controls for reading the passages in order. */
import { plural } from './formats';

export const walk = {
	/** Label of the controls, for screen readers. */
	label: 'Reading in order',
	amount: ({ count }: { count: number }) =>
		plural(count, {
			one: '1 passage of the article',
			other: `${count} passages, in the order of the article`
		}),
	/** Label of the grip of the sheet. */
	sheet: 'Passages: higher or lower',
	start: 'Read in order',
	previous: 'Previous',
	next: 'Next',
	/** `index` starts at 1. */
	at: ({ index, total }: { index: number; total: number }) => `${index} of ${total}`,
	/** A comment of the republisher has no number. */
	atComment: 'Comment'
};
