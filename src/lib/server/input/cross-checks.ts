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
	article: ArticleFile | undefined
): Fault[] {
	const owners: [file: string, kind: string, ids: string[]][] = [
		...sources.map(({ file, layer }): [string, string, string[]] => [
			file,
			'place',
			layer.features.map(({ id }) => id)
		]),
		['article/passages.yaml', 'passage', passages.map(({ id }) => id)],
		['article/article.yaml', 'view', article?.views.map(({ id }) => id) ?? []]
	];
	const faults: Fault[] = [];
	const taken = new Map<string, string>();
	for (const [file, kind, ids] of owners) {
		for (const id of ids) {
			const at = { file, thing: `${kind} "${id}"`, found: id };
			if (RESERVED.includes(id) || id in Object.prototype) {
				const fault = 'has an id that the page or the language needs itself';
				faults.push({ ...at, fault, mend: 'Give it another id.' });
			}
			const owner = taken.get(id);
			// Two places with one id are told where they are surveyed.
			if (owner && kind !== 'place') {
				const fault = `has the id of ${owner === kind ? 'another' : 'a'} ${owner}`;
				faults.push({ ...at, fault, mend: 'Ids are unique across places, passages and views.' });
			}
			taken.set(id, owner ?? kind);
		}
	}
	return faults;
}

/** `text` is empty and `sources` undefined when not all of them could be read. */
export function checkArticle(
	article: ArticleFile,
	text: string,
	sources: LayerSource[] | undefined
): Fault[] {
	const faultOf = (thing: string, fault: string, found: unknown, mend: string): Fault => ({
		file: 'article/article.yaml',
		thing,
		fault,
		found,
		mend
	});
	const phrases = article.dates.map(({ phrase }) => phrase);
	return [
		...repeated(phrases).map((phrase) =>
			faultOf('dates', 'resolve a phrase twice', phrase, 'Keep one of the two.')
		),
		...phrases
			.filter((phrase) => text && wholeWords(text, phrase).length === 0)
			.map((phrase) =>
				faultOf('dates', 'resolve a phrase that is not in the article', phrase, 'Copy it from the article.')
			),
		...(sources ? article.views.flatMap((view) => checkView(view, sources, faultOf)) : [])
	];
}

function checkView(
	{ id, layers }: ArticleFile['views'][number],
	sources: LayerSource[],
	faultOf: (thing: string, fault: string, found: unknown, mend: string) => Fault
): Fault[] {
	const shown = sources.filter((source) => layers.includes(source.id));
	const faults = layers
		.filter((name) => !shown.some((source) => source.id === name))
		.map((layer) =>
			faultOf(
				`view "${id}"`,
				'shows a layer that geo/ does not hold',
				layer,
				'Name a file of geo/, without ".geojson".'
			)
		);
	const isEmpty =
		shown.length > 0 && !shown.some(({ layer }) => layer.features.some(({ geometry }) => geometry));
	if (!isEmpty) return faults;
	const mend = 'Add a layer whose places have a geometry, or remove the view.';
	return [...faults, faultOf(`view "${id}"`, 'shows no place that is drawn', layers, mend)];
}
