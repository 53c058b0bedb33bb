/** The name in a language: `en-GB` is satisfied by `en`. */
export function nameIn(names: Record<string, string>, language: string): string | undefined {
	return names[language] ?? names[language.split('-')[0] ?? ''];
}

/** MapLibre shapes these only with a plugin; cards and lists show them as they are. */
const NEEDS_SHAPING = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The name in the language of the place itself, for the map, where that reads differently; else empty. */
export function localName(names: Record<string, string>, local: string | undefined, name: string): string {
	const there = (local && nameIn(names, local)) || name;
	return there === name || NEEDS_SHAPING.test(there) ? '' : there;
}
