/** Chooses among the names of a place, which are given by language tag. */

/** The name for a BCP 47 tag, or for its primary language: a name in `en` serves `en-GB`. */
export function nameIn(names: Record<string, string>, language: string): string | undefined {
	return names[language] ?? names[language.split('-')[0] ?? ''];
}

/** MapLibre joins and orders the letters of these scripts only with a plugin. HTML needs none. */
const NEEDS_SHAPING = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The name in the language of the place itself, as a second name on the map. The empty string if it is the same
 * as `name` or MapLibre cannot draw it.
 */
export function localName(names: Record<string, string>, local: string | undefined, name: string): string {
	const inLocalLanguage = (local && nameIn(names, local)) || name;
	return inLocalLanguage === name || NEEDS_SHAPING.test(inLocalLanguage) ? '' : inLocalLanguage;
}
