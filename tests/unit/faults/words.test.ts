/** Faults of passages: quotes, verbs, speakers, and the places they mention. */
import { expect, test } from 'vitest';
import {
	errorOf,
	light,
	PASSAGES,
	sentencesOf,
	TEXT,
	withFile,
	withPassage,
	withYaml,
	type AnyData
} from '../../support/story/story';

const cases: [what: string, id: string, change: (passage: AnyData) => void, sentence: RegExp][] = [
	[
		'a quote with another word',
		'two-groups',
		(passage) => (passage.quote = passage.quote.replace('two', 'three')),
		/is not in the article.*three groups.*Copy the quote exactly.*nearest.*two groups/
	],
	[
		'a quote cut off before "he said"',
		'going-to-germany',
		(passage) => Object.assign(passage, { quote: passage.quote.replace(' he said.', ''), verb: 'helped' }),
		/is cut loose.*Maybe someone helped them,"\] he said.*with its "he said"/s
	],
	[
		'a denial without its "denied"',
		'denied',
		(passage) =>
			Object.assign(passage, { quote: passage.quote.replace(/^.*denied that /, ''), verb: 'engineered' }),
		/is cut loose.*denied that \[he had engineered.*Quote the whole sentence/
	],
	[
		'a verb that is not in the quote',
		'denied',
		(passage) => (passage.verb = 'confirmed'),
		/has a verb.*"confirmed"\. Copy/
	],
	['a part of a word as verb', 'denied', (passage) => (passage.verb = 'deni'), /has a verb.*"deni"\. Copy/],
	[
		'speech without a verb',
		'not-invited',
		(passage) => delete passage.verb,
		/is direct speech without a verb/
	],
	[
		'words for a place that are not in the quote',
		'denied',
		({ places }) => (places[0].words = 'Lebanon'),
		/does not contain the words that name "syria"\. Found: "Lebanon"\. Copy/
	],
	[
		'an adjective as the name of a country',
		'footage',
		({ places }) => places.push({ place: 'belarus', words: 'Belarus' }),
		/does not contain the words that name "belarus"/
	],
	[
		'a mention with words and a reason',
		'denied',
		({ places }) => (places[0].because = 'So it is.'),
		/needs either "words" or "because" at the place "syria".*Keep one/
	],
	[
		'a mention without words and reason',
		'denied',
		({ places }) => delete places[0].words,
		/needs either "words" or "because" at the place "syria"/
	],
	[
		'an unknown place',
		'denied',
		({ places }) => (places[0].place = 'lebanon'),
		/speaks of a place.*"lebanon"\. Add the place/
	],
	[
		'a place twice',
		'caption',
		({ places }) => places.push({ ...places[0] }),
		/speaks of a place twice\. Found: "border-camp"\. Make one/
	],
	[
		'a prefix that is not before the quote',
		'denied',
		(passage) => (passage.prefix = 'x'),
		/is in the article, but its prefix does not stand before it\. Found: "x"\. Copy/
	],
	[
		'a suffix that is not after the quote',
		'denied',
		(passage) => (passage.suffix = 'x'),
		/is in the article, but its suffix does not stand after it\. Found: "x"\. Copy/
	],
	[
		'a speaker that is not listed',
		'denied',
		(passage) => (passage.speaker = 'putin'),
		/has a speaker.*"putin"\. List/
	],
	[
		'a speaker that is named like a property of every object',
		'denied',
		(passage) => (passage.speaker = 'constructor'),
		/has a speaker.*"constructor"\. List/
	]
];

test.each(cases)('%s makes one fault', (_what, id, change, sentence) => {
	const sentences = sentencesOf(withPassage(light, id, change));
	expect(sentences).toEqual([expect.stringMatching(sentence)]);
	expect(sentences[0]).toContain(`article/passages.yaml: passage "${id}"`);
});

test('two passages that overlap are a fault', () => {
	const faulty = withYaml(light, PASSAGES, ({ passages }) => passages.push({ ...passages[3], id: 'again' }));
	expect(sentencesOf(faulty)).toEqual([
		expect.stringMatching(/passage "again" begins before the passage in front of it.*Make one passage/)
	]);
});

test('a quote that occurs twice is a fault, until a suffix says which one is meant', () => {
	const twice = withFile(
		light,
		TEXT,
		(text) => `${text}\n${text.match(/Poland yesterday said[^.]*\./)?.[0]}`
	);
	expect(sentencesOf(twice)).toEqual([
		expect.stringMatching(/passage "two-groups" stands 2 times.*Add "prefix" or "suffix"/)
	]);
	const unambiguous = withPassage(twice, 'two-groups', (passage) => (passage.suffix = ' Warsaw'));
	expect(() => errorOf(unambiguous)).toThrow('The story was compiled');
});

test('a wrong quote does not hide other faults of its passage', () => {
	const change = (passage: AnyData) => Object.assign(passage, { quote: 'He denied it.', speaker: 'putin' });
	expect(sentencesOf(withPassage(light, 'denied', change)).length).toBeGreaterThan(2);
});
