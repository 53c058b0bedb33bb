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
	type Spoilt
} from '../../support/story/story';

/** What is wrong, of which passage, made how, and the sentence that tells it. */
const cases: [string, string, (passage: Spoilt) => void, RegExp][] = [
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
		'a verb from elsewhere',
		'denied',
		(passage) => (passage.verb = 'confirmed'),
		/has a verb.*"confirmed"\. Copy/
	],
	['half a word as its verb', 'denied', (passage) => (passage.verb = 'deni'), /has a verb.*"deni"\. Copy/],
	[
		'speech without a verb',
		'not-invited',
		(passage) => delete passage.verb,
		/is direct speech without a verb/
	],
	[
		'words that are not in the quote',
		'denied',
		({ places }) => (places[0].words = 'Lebanon'),
		/does not contain the words that name "syria"\. Found: "Lebanon"\. Copy/
	],
	[
		'an adjective taken for a country',
		'footage',
		({ places }) => places.push({ place: 'belarus', words: 'Belarus' }),
		/does not contain the words that name "belarus"/
	],
	[
		'words and a reason',
		'denied',
		({ places }) => (places[0].because = 'So it is.'),
		/needs either "words" or "because" at the place "syria".*Keep one/
	],
	[
		'neither words nor a reason',
		'denied',
		({ places }) => delete places[0].words,
		/needs either "words" or "because" at the place "syria"/
	],
	[
		'a place that no layer holds',
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
		'a prefix that does not stand there',
		'denied',
		(passage) => (passage.prefix = 'x'),
		/is in the article, but its prefix does not stand before it\. Found: "x"\. Copy/
	],
	[
		'a suffix that does not stand there',
		'denied',
		(passage) => (passage.suffix = 'x'),
		/is in the article, but its suffix does not stand after it\. Found: "x"\. Copy/
	],
	[
		'a speaker not listed',
		'denied',
		(passage) => (passage.speaker = 'putin'),
		/has a speaker.*"putin"\. List/
	],
	[
		'a speaker that JavaScript knows',
		'denied',
		(passage) => (passage.speaker = 'constructor'),
		/has a speaker.*"constructor"\. List/
	]
];

test.each(cases)('%s is the one fault told', (_what, id, change, sentence) => {
	const told = sentencesOf(withPassage(light, id, change));
	expect(told).toEqual([expect.stringMatching(sentence)]);
	expect(told[0]).toContain(`article/passages.yaml: passage "${id}"`);
});

test('two passages over each other are told', () => {
	const spoilt = withYaml(light, PASSAGES, ({ passages }) => passages.push({ ...passages[3], id: 'again' }));
	expect(sentencesOf(spoilt)).toEqual([
		expect.stringMatching(/passage "again" begins before the passage in front of it.*Make one passage/)
	]);
});

test('a quote that stands twice asks for what is around it, and is found with it', () => {
	const twice = withFile(
		light,
		TEXT,
		(text) => `${text}\n${text.match(/Poland yesterday said[^.]*\./)?.[0]}`
	);
	expect(sentencesOf(twice)).toEqual([
		expect.stringMatching(/passage "two-groups" stands 2 times.*Add "prefix" or "suffix"/)
	]);
	const asked = withPassage(twice, 'two-groups', (passage) => (passage.suffix = ' Warsaw'));
	expect(() => errorOf(asked)).toThrow('The story was compiled');
});

test('a passage that misquotes does not hide what else is wrong with it', () => {
	const change = (passage: Spoilt) => Object.assign(passage, { quote: 'He denied it.', speaker: 'putin' });
	expect(sentencesOf(withPassage(light, 'denied', change)).length).toBeGreaterThan(2);
});
