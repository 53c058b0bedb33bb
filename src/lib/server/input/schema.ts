/**
 * Schemas of the files that an editor writes. The build checks the files with them, and they are published as
 * JSON Schema (static/schema) for text editors. An unknown key is a fault, because most are typing errors.
 */
import { z } from 'zod';
import {
	box,
	certainty,
	day,
	httpsUrl,
	identifier,
	language,
	MAX_ENTRIES,
	MAX_PLACES,
	text,
	UNIQUE_ID
} from './fields';
import { UNPRINTABLE } from './text-rules';

const publication = z.strictObject({
	publisher: text,
	date: day,
	author: text.optional(),
	url: httpsUrl.optional(),
	certainty: certainty.describe('How sure this attribution is'),
	note: text.optional()
});

/** What a map can show: Web Mercator does not reach the poles. */
const isFrame = ([west, south, east, north]: z.infer<typeof box>): boolean =>
	east - west >= 0.01 && north - south >= 0.01 && south >= -85 && north <= 85;

const view = z.strictObject({
	id: identifier.describe(`${UNIQUE_ID}: it is in the address of the page of the view`),
	label: text,
	short: text.optional().describe('The label on a narrow map'),
	layers: z
		.array(identifier)
		.min(1)
		.optional()
		.describe('The layers this view shows whole: files of geo/, without ".geojson"'),
	places: z.array(identifier).min(1).optional().describe('The places this view shows whole, by id'),
	bbox: box
		.refine(
			isFrame,
			'is not west, south, east, north, at least 0.01 degrees apart and within 85 degrees of latitude'
		)
		.optional()
		.describe('West, south, east, north: what the view frames, instead of all of its layers and places')
});

export const articleSchema = z.strictObject({
	title: text.describe('The title of the map, in your own words'),
	summary: text.describe('One line that says what a reader sees'),
	language: language.describe('The language of the article and of the page, as a BCP 47 tag'),
	source: publication.describe('Who first published the words'),
	republication: publication
		.optional()
		.describe('Where the text was taken from, when it was published again'),
	photograph: publication.optional().describe('The credit of a caption that is quoted'),
	referenceDate: day.describe('The day from which "yesterday" counts'),
	dates: z
		.array(z.strictObject({ phrase: text, date: day }))
		.max(MAX_ENTRIES)
		.default([])
		.describe('Relative dates of the article, resolved; each phrase stands in the article'),
	citation: text.describe('How to cite the words: goes with every copied quote'),
	rights: z.strictObject({
		statement: text,
		limit: z.number().gt(0).max(1).describe('The largest share of the article that may be quoted, 0 to 1')
	}),
	speakers: z
		.record(
			identifier,
			z.strictObject({
				name: text,
				role: text.describe('In neutral words'),
				pronoun: z
					.enum(['they', 'he', 'she', 'it'])
					.optional()
					.describe('How sentences of the page refer to the speaker; "they" if it is absent')
			})
		)
		.describe('Who is quoted, each under an id that passages name'),
	views: z
		.array(view)
		.min(1)
		.max(MAX_ENTRIES)
		.describe('The framings of the map, one click each; the first is where a reader begins')
});

const mention = z.strictObject({
	place: identifier.describe('The id of a place of geo/'),
	words: text.optional().describe('The words of the quote that name the place (basis: named)'),
	because: text
		.optional()
		.describe('Why the quote belongs here although it does not name the place (basis: inferred)')
});

export const passagesSchema = z.strictObject({
	passages: z
		.array(
			z.strictObject({
				id: identifier.describe(`${UNIQUE_ID}: it is the address of the passage`),
				quote: z
					.string()
					.min(1)
					.refine((value) => !UNPRINTABLE.test(value), 'has characters that no page can show')
					.describe('Copied from article.txt, whole sentences'),
				prefix: z.string().optional().describe('The characters just before the quote, when it occurs twice'),
				suffix: z.string().optional().describe('The characters just after the quote, when it occurs twice'),
				speaker: identifier.describe('The id of a speaker of article.yaml'),
				verb: text.optional().describe("The article's own word that carries the claim, from the quote"),
				to: text.optional().describe('To whom it was said'),
				voice: z
					.enum(['direct', 'indirect', 'narration', 'caption', 'comment'])
					.describe("A sentence that mixes voices is narration; the republisher's own words are comment"),
				places: z.array(mention).min(1).max(MAX_ENTRIES)
			})
		)
		.min(1)
		.max(MAX_PLACES),
	leftOut: z
		.array(z.strictObject({ words: text, reason: text }))
		.max(MAX_ENTRIES)
		.default([])
		.describe('Mentions that no passage maps, on purpose')
});

export type ArticleFile = z.infer<typeof articleSchema>;
export type PassagesFile = z.infer<typeof passagesSchema>;
