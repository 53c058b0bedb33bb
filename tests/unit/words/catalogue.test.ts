import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parameterValues } from '$lib/model/parameters';
import { formatsOf } from '$lib/words/formats';
import { cut, SLOT } from '$lib/words/slots';
import { words } from '$lib/words/words';
import { samples } from '../../support/samples';

/** Each entry of the catalogue by its name, with the texts it gives. */
function textsOf(entry: unknown, values: unknown, path: string[] = []): [name: string, texts: unknown[]][] {
	if (typeof entry === 'function')
		return [
			[path.join('.'), (values as unknown[]).map((each) => (entry as (values: unknown) => unknown)(each))]
		];
	if (typeof entry !== 'object' || entry === null) return [[path.join('.'), [entry]]];
	return Object.entries(entry).flatMap(([key, each]) =>
		textsOf(each, (values as Record<string, unknown> | undefined)?.[key], [...path, key])
	);
}

test.each(textsOf(words, samples))('%s reads as a text', (_name, texts) => {
	expect(texts.length).toBeGreaterThan(0);
	for (const text of texts) {
		expect(text).toEqual(expect.stringMatching(/\S/));
		expect(text).not.toMatch(/undefined|null|NaN|\[object|^\s|\s$| {2}|\s[,.;:]/);
	}
});

describe('what is counted', () => {
	const { list, card, about, share, pages } = words;
	const read: Record<string, [text: (count: number) => string, texts: string[]]> = {
		'words that are not quoted': [
			(count) => list.notQuoted({ count }),
			[
				'0 words of the article not quoted',
				'1 word of the article not quoted',
				'2 words of the article not quoted',
				'5 words of the article not quoted'
			]
		],
		'passages of a large story': [
			(passages) => list.all({ passages, places: 100, pages: 1 }),
			[
				'All 0 passages and 100 places, on 1 page',
				'1 passage and all 100 places, on 1 page',
				'All 2 passages and 100 places, on 1 page',
				'All 5 passages and 100 places, on 1 page'
			]
		],
		'places of a large story': [
			(places) => list.all({ passages: 100, places, pages: 1 }),
			[
				'All 100 passages and 0 places, on 1 page',
				'All 100 passages and 1 place, on 1 page',
				'All 100 passages and 2 places, on 1 page',
				'All 100 passages and 5 places, on 1 page'
			]
		],
		'pages of a large story': [
			(pages) => list.all({ passages: 1000, places: 1000, pages }),
			[
				'All 1,000 passages and 1,000 places, on 0 pages',
				'All 1,000 passages and 1,000 places, on 1 page',
				'All 1,000 passages and 1,000 places, on 2 pages',
				'All 1,000 passages and 1,000 places, on 5 pages'
			]
		],
		'passages about the place of a card': [
			(count) => card.allHere({ count }),
			[
				'All 0 passages about this place',
				'The one passage about this place',
				'All 2 passages about this place',
				'All 5 passages about this place'
			]
		],
		'passages about another place': [
			(count) => card.allAbout({ count, place: 'the border' }),
			[
				'All 0 passages about the border',
				'The one passage about the border',
				'All 2 passages about the border',
				'All 5 passages about the border'
			]
		],
		'mentions that are left out': [
			(count) => about.mentions({ count }),
			[
				'0 mentions that no passage maps, each with its reason',
				'1 mention that no passage maps, with its reason',
				'2 mentions that no passage maps, each with its reason',
				'5 mentions that no passage maps, each with its reason'
			]
		],
		'passages of the article': [
			(count) =>
				about.quoted({ count, share: 0.456, limit: 0.5, checksum: 'abc' }).replace(/ in the article.*/, ''),
			[
				'0 passages, each found word for word',
				'1 passage, found word for word',
				'2 passages, each found word for word',
				'5 passages, each found word for word'
			]
		],
		'passages on the picture of a place': [
			(count) => share.passages({ count }),
			[
				'0 passages speak of it',
				'One passage speaks of it',
				'2 passages speak of it',
				'5 passages speak of it'
			]
		],
		'passages and places on the picture of the story': [
			(count) => share.amount({ passages: count, places: count }),
			['0 passages, 0 places', '1 passage, 1 place', '2 passages, 2 places', '5 passages, 5 places']
		],
		'passages in the description of a place': [
			(count) =>
				pages.placeDescription({ name: 'Kuznica', kind: 'border crossing', count, citation: 'The Paper' }),
			[
				'Kuznica, border crossing: not named in the article. The Paper.',
				'Kuznica, border crossing: one passage. The Paper.',
				'Kuznica, border crossing: 2 passages. The Paper.',
				'Kuznica, border crossing: 5 passages. The Paper.'
			]
		],
		'comments in the key': [
			(count) => words.key.comments({ count }),
			[
				'Republisher’s comments (0)',
				'Republisher’s comments (1)',
				'Republisher’s comments (2)',
				'Republisher’s comments (5)'
			]
		]
	};
	test.each(Object.entries(read))('%s', (_name, [text, texts]) =>
		expect([0, 1, 2, 5].map(text)).toEqual(texts)
	);
});

test('the page says that it is in the language of the catalogue', () => {
	expect(readFileSync('src/app.html', 'utf8')).toContain(`<html lang="${words.language}">`);
});

test('each value that an embed may be asked for has a word', () => {
	const labels: Record<string, Record<string, string>> = words.embed.values;
	for (const [name, values] of Object.entries(parameterValues))
		expect(Object.keys(labels[name] ?? {}).sort()).toEqual([...values].sort());
});

test('a sentence is cut at its slots, in order', () => {
	const places = [SLOT, SLOT, SLOT];
	expect(cut(words.card.alsoHere({ places }))).toEqual(['Also here: ', ', ', ', ', '']);
	expect(cut(words.card.inList)).toEqual([words.card.inList]);
});

test('another language has its own plurals, dates, numbers and lists', () => {
	const { plural, date, number, percent, list } = formatsOf('pl');
	const forms = { one: 'fragment', few: 'fragmenty', many: 'fragmentów', other: 'fragmentu' };
	expect([0, 1, 2, 5].map((count) => plural(count, forms))).toEqual([
		'fragmentów',
		'fragment',
		'fragmenty',
		'fragmentów'
	]);
	expect(date('2021-11-19')).toBe('19 listopada 2021');
	expect([number(12345), percent(0.4)]).toEqual(['12\u00a0345', '40%']);
	expect(list(['Kuźnica', 'Bruzgi'])).toBe('Kuźnica i Bruzgi');
	expect(plural(5, { other: 'fragmentu' })).toBe('fragmentu');
});
