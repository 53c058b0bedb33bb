/**
 * Dates, numbers, lists and plurals in a language. Creating an `Intl` formatter is slow in a browser, so each is created at
 * its first use. Islands use none: the build writes their texts.
 */

/** A text for each plural category of the language. English has `one` and `other`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

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
	const months = once(
		() => new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
	);
	const numbers = once(() => new Intl.NumberFormat(language));
	const percents = once(() => new Intl.NumberFormat(language, { style: 'percent' }));
	const lists = once(() => new Intl.ListFormat(language, { type: 'unit' }));
	const languages = once(() => new Intl.DisplayNames(language, { type: 'language' }));
	const rules = once(() => new Intl.PluralRules(language));
	return {
		/** `day`: an ISO 8601 date, 2021-11-19. */
		date: (day: string): string => dates().format(new Date(`${day}T00:00:00Z`)),
		/** `time`: a month, 2021-11, or a day in it. Anything else is given back. */
		month: (time: string): string =>
			/^\d{4}-\d{2}(-\d{2})?$/.test(time)
				? months().format(new Date(`${time.slice(0, 7)}-01T00:00:00Z`))
				: time,
		number: (count: number): string => numbers().format(count),
		/** `share`: 0 to 1. */
		percent: (share: number): string => percents().format(share),
		/** Without "and". */
		list: (items: string[]): string => lists().format(items),
		/** `tag`: a BCP 47 language tag. */
		languageName: (tag: string): string => languages().of(tag) ?? tag,
		plural: (count: number, forms: PluralForms): string => forms[rules().select(count)] ?? forms.other
	};
}

function once<Made>(make: () => Made): () => Made {
	let made: Made | undefined;
	return () => (made ??= make());
}
