/** What must hold between the files of a story: ids, phrases, layers of the views. */
import type { Fault } from './faults';
import type { LayerSource } from '../places/surveyed';
import type { ArticleFile } from './schema';
import { wholeWords } from '../quotes/whole-words';

/** What stands more than once among the values, each once. */
export const repeated = (values: string[]): string[] => [
	...new Set(values.filter((value, index) => values.indexOf(value) < index))
];

/** Ids the page itself uses as fragments. */
const RESERVED = ['about', 'comments', 'content', 'map', 'passages', 'places'];

export function checkIds(
	sources: LayerSource[],
	passages: { id: string }[],
	article: ArticleFile | undefined,
	faults: Fault[]
): void {
	const owners: [string, string, string[]][] = [
		...sources.map(({ file, layer }): [string, string, string[]] => [
			file,
			'place',
			layer.features.map(({ id }) => id)
		]),
		['article/passages.yaml', 'passage', passages.map(({ id }) => id)],
		['article/article.yaml', 'view', article?.views.map(({ id }) => id) ?? []]
	];
	const taken = new Map<string, string>();
	for (const [file, kind, ids] of owners) {
		for (const id of ids) {
			const thing = `${kind} "${id}"`;
			if (RESERVED.includes(id) || id in Object.prototype) {
				faults.push({
					file,
					thing,
					fault: 'has an id that the page or the language needs itself',
					found: id,
					mend: 'Give it another id.'
				});
			}
			const owner = taken.get(id);
			// Two places with one id are told where they are surveyed.
			if (owner && kind !== 'place') {
				faults.push({
					file,
					thing,
					fault: `has the id of ${owner === kind ? 'another' : 'a'} ${owner}`,
					found: id,
					mend: 'Ids are unique across places, passages and views.'
				});
			}
			taken.set(id, owner ?? kind);
		}
	}
}

/** `text` is empty and `sources` undefined when not all of them could be read. */
export function checkArticle(
	article: ArticleFile,
	text: string,
	sources: LayerSource[] | undefined,
	faults: Fault[]
): void {
	const report = (thing: string, fault: string, found: unknown, mend: string): void => {
		faults.push({ file: 'article/article.yaml', thing, fault, found, mend });
	};
	const phrases = article.dates.map(({ phrase }) => phrase);
	for (const phrase of repeated(phrases))
		report('dates', 'resolve a phrase twice', phrase, 'Keep one of the two.');
	for (const phrase of phrases)
		if (text && wholeWords(text, phrase).length === 0)
			report('dates', 'resolve a phrase that is not in the article', phrase, 'Copy it from the article.');

	if (!sources) return;
	for (const { id, layers } of article.views) {
		const shown = sources.filter((source) => layers.includes(source.id));
		for (const layer of layers.filter((name) => !shown.some((source) => source.id === name)))
			report(
				`view "${id}"`,
				'shows a layer that geo/ does not hold',
				layer,
				'Name a file of geo/, without ".geojson".'
			);
		if (shown.length > 0 && !shown.some(({ layer }) => layer.features.some(({ geometry }) => geometry)))
			report(
				`view "${id}"`,
				'shows no place that is drawn',
				layers,
				'Add a layer whose places have a geometry, or remove the view.'
			);
	}
}
