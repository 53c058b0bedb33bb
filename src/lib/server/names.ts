/** The name in a language: `en-GB` is satisfied by `en`. */
export function nameIn(names: Record<string, string>, language: string): string | undefined {
	return names[language] ?? names[language.split('-')[0] ?? ''];
}

/** MapLibre shapes these only with a plugin; cards and lists show them as they are. */
const NEEDS_SHAPING = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The name in the language of the place itself, for the map: the second of its file, where it reads differently. */
export function localName(names: Record<string, string>, name: string): string {
	const local = Object.values(names).find((other) => other !== name) ?? '';
	return NEEDS_SHAPING.test(local) ? '' : local;
}
