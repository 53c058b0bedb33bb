/** What must hold between the files of a story: ids, phrases, layers of the views. */
import type { Fault } from './faults';
import type { LayerSource } from './layers';
import type { ArticleFile } from './schema';
import { wholeWords } from './whole-words';

/** Ids the page itself uses as fragments. */
export const RESERVED = ['about', 'comments', 'content', 'map', 'passages', 'places'];

export function checkIds(
	sources: LayerSource[],
	passages: { id: string }[],
	article: ArticleFile | undefined,
	faults: Fault[]
): void {
	const placeIds = new Set(sources.flatMap(({ layer }) => layer.features.map(({ id }) => id)));
	const seen = new Set<string>();
	const owners: [string, string, string[]][] = [
		['article/passages.yaml', 'passage', passages.map(({ id }) => id)],
		['article/article.yaml', 'view', article?.views.map(({ id }) => id) ?? []],
		...sources.map(({ file, layer }): [string, string, string[]] => [
			file,
			'place',
			layer.features.map(({ id }) => id)
		])
	];
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
			if (kind === 'passage' && (seen.has(id) || placeIds.has(id))) {
				const other = placeIds.has(id) ? 'a place' : 'another passage';
				faults.push({
					file,
					thing,
					fault: `has the id of ${other}`,
					found: id,
					mend: 'Ids are unique across places and passages.'
				});
			}
			if (kind === 'passage') seen.add(id);
		}
	}
}

export function checkArticle(
	article: ArticleFile,
	text: string,
	layers: Set<string> | undefined,
	faults: Fault[]
): void {
	const file = 'article/article.yaml';
	for (const { phrase } of article.dates) {
		if (wholeWords(text, phrase).length === 0) {
			faults.push({
				file,
				thing: 'dates',
				fault: 'resolve a phrase that is not in the article',
				found: phrase,
				mend: 'Copy it from the article.'
			});
		}
	}
	for (const { id, layers: named } of article.views) {
		for (const layer of named.filter((name) => layers && !layers.has(name))) {
			faults.push({
				file,
				thing: `view "${id}"`,
				fault: 'shows a layer that geo/ does not hold',
				found: layer,
				mend: 'Name a file of geo/, without ".geojson".'
			});
		}
	}
}
