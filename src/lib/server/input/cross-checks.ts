/** Checks between the files of a story: unique ids, phrases that occur in the article, layers that exist. */
import type { Fault } from './faults';
import type { LayerSource } from '../places/surveyed';
import type { ArticleFile } from './schema';
import { wholeWords } from '../quotes/whole-words';

/** The values that occur more than once, each listed once. */
export const repeated = (values: string[]): string[] => [
	...new Set(values.filter((value, index) => values.indexOf(value) < index))
];

/** Ids that the page uses as fragments of its address. */
const RESERVED_IDS = ['about', 'comments', 'content', 'map', 'passages', 'places'];

/** Ids must be unique across places, passages and views, because all of them are fragments of one page. */
export function checkIds(
	sources: LayerSource[],
	passages: { id: string }[],
	article: ArticleFile | undefined
): Fault[] {
	const idsByFile: [file: string, kind: string, ids: string[]][] = [
		...sources.map(({ file, layer }): [string, string, string[]] => [
			file,
			'place',
			layer.features.map(({ id }) => id)
		]),
		['article/passages.yaml', 'passage', passages.map(({ id }) => id)],
		['article/article.yaml', 'view', article?.views.map(({ id }) => id) ?? []]
	];
	const faults: Fault[] = [];
	const kindById = new Map<string, string>();
	for (const [file, kind, ids] of idsByFile) {
		for (const id of ids) {
			const subject = { file, thing: `${kind} "${id}"`, found: id };
			if (RESERVED_IDS.includes(id) || id in Object.prototype) {
				const fault = 'has an id that the page or the language needs itself';
				faults.push({ ...subject, fault, mend: 'Give it another id.' });
			}
			const firstKind = kindById.get(id);
			// survey() reports two places with one id.
			if (firstKind && kind !== 'place') {
				const fault = `has the id of ${firstKind === kind ? 'another' : 'a'} ${firstKind}`;
				faults.push({ ...subject, fault, mend: 'Ids are unique across places, passages and views.' });
			}
			kindById.set(id, firstKind ?? kind);
		}
	}
	return faults;
}

/**
 * Checks the dates and the views of article.yaml.
 * @param text the article; the empty string if it could not be read, which skips the checks that need it
 * @param sources the layers; undefined if one of them could not be read, which skips the checks of the views
 */
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
	{ id, layers = [], places = [] }: ArticleFile['views'][number],
	sources: LayerSource[],
	faultOf: (thing: string, fault: string, found: unknown, mend: string) => Fault
): Fault[] {
	const thing = `view "${id}"`;
	const found = [...layers, ...places];
	const features = sources.flatMap((source) =>
		source.layer.features.map((feature) => ({ ...feature, layer: source.id }))
	);
	const unknownLayers = layers.filter((name) => !sources.some((source) => source.id === name));
	const unknownPlaces = places.filter((name) => !features.some((feature) => feature.id === name));
	const faults = [
		...unknownLayers.map((layer) =>
			faultOf(
				thing,
				'shows a layer that geo/ does not hold',
				layer,
				'Name a file of geo/, without ".geojson".'
			)
		),
		...unknownPlaces.map((place) =>
			faultOf(
				thing,
				'shows a place that geo/ does not hold',
				place,
				'Name a place of a file of geo/ by its id.'
			)
		)
	];
	const shown = features.filter((feature) => layers.includes(feature.layer) || places.includes(feature.id));
	if ((shown.length === 0 && found.length > 0) || shown.some(({ geometry }) => geometry)) return faults;
	const mend = 'Add a layer or a place that has a geometry, or remove the view.';
	return [...faults, faultOf(thing, 'shows no place that is drawn', found, mend)];
}
