/**
 * Dates, numbers and lists as a language writes them. A browser takes long to make a formatter, so each is made when it
 * is first used; what runs in an island uses none, because the build has written those texts.
 */

/** `language`: a BCP 47 tag. */
export function formatsOf(language: string) {
	const dates = once(
		() =>
			new Intl.DateTimeFormat(language, {
				day: 'numeric',
				month: 'long',
				year: 'numeric',
				timeZone: 'UTC'
			})
	);
	const numbers = once(() => new Intl.NumberFormat(language));
	const percents = once(() => new Intl.NumberFormat(language, { style: 'percent' }));
	const lists = once(() => new Intl.ListFormat(language, { type: 'unit' }));
	return {
		/** `day`: as ISO 8601 has it, 2021-11-19. */
		date: (day: string): string => dates().format(new Date(`${day}T00:00:00Z`)),
		number: (count: number): string => numbers().format(count),
		/** `share`: 0 to 1. */
		percent: (share: number): string => percents().format(share),
		/** Without "and". */
		list: (items: string[]): string => lists().format(items)
	};
}

function once<Made>(make: () => Made): () => Made {
	let made: Made | undefined;
	return () => (made ??= make());
}
