/**
 * Schemas of the files that an editor writes. The build checks the files with them, and they are published as
 * JSON Schema (static/schema) for text editors. An unknown key is a fault, because most are typing errors.
 */
import { z } from 'zod';
import { isLanguageTag, isPlainAddress, NOT_PLAIN, UNPRINTABLE, VISIBLE } from './text-rules';

/** UTF-16 code units. */
const MAX_TEXT_LENGTH = 5_000;
/** Entries of a list. Some checks compare each entry with each other entry. */
const MAX_ENTRIES = 500;
/** Places in a layer; the limit of passages too. */
export const MAX_PLACES = 10_000;

export const text = z
	.string()
	.trim()
	.min(1, { abort: true })
	.max(MAX_TEXT_LENGTH)
	.refine((value) => !NOT_PLAIN.test(value), 'is not plain text: it has control or direction characters')
	.refine((value) => VISIBLE.test(value), 'is not text that can be seen');
const day = z.iso.date().describe('A calendar day: YYYY-MM-DD');
const httpsUrl = z
	.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'is not an https address', abort: true })
	.max(MAX_TEXT_LENGTH)
	.refine(
		isPlainAddress,
		'is not an https address in plain letters, without user name, blanks and what cannot be seen'
	)
	.meta({ description: 'An https address', pattern: '^https://' });
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const certainty = z.enum(['certain', 'less-certain', 'uncertain']);
const language = z
	.string()
	.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'is not a BCP 47 language tag', abort: true })
	.refine(isLanguageTag, 'is not a BCP 47 language tag');
export const identifier = z
	.string()
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not made of small letters, digits and single hyphens')
	.describe('Small letters, digits and single hyphens');
const box = z.tuple([longitude, latitude, longitude, latitude]);
const UNIQUE_ID = 'Small letters, digits and single hyphens. Unique among places, passages and views';

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

const properties = z.strictObject({
	names: z.record(language, text).describe('Language tag to name; the language of the page is among them'),
	local: language.optional().describe('Which of the names is the one used in the place itself'),
	kind: text.describe('What kind of place, in the language of the page'),
	precision: z.number().min(1).max(5_000_000).optional().describe('Metres within which the place is known'),
	certainty,
	on: identifier.optional().describe('The line place on which it lies'),
	within: identifier.optional().describe('The area place in which it lies'),
	sides: z
		.tuple([identifier, identifier])
		.optional()
		.describe('The two area places that a line divides, the one with the lighter tint first'),
	listed: z.literal(true).optional().describe('Listed, not drawn: geometry is null'),
	status: z.strictObject({ date: text, value: text, detail: text, certainty }).optional(),
	note: text.optional().describe('How the position was found, and what is not known'),
	provenance: z.strictObject({ source: text, licence: text, url: httpsUrl.optional() })
});

const statuses = z
	.array(
		z.strictObject({
			value: text.describe('The "value" of a status of a place of this layer'),
			label: text.describe('What the key says of it'),
			sign: z.enum(['disc', 'half', 'bars', 'bar', 'ring']).describe('What fills its ring on the map')
		})
	)
	.max(MAX_ENTRIES)
	.superRefine((all, { addIssue }) => {
		for (const [index, { value }] of all.entries())
			if (all.findIndex((other) => other.value === value) < index)
				addIssue({
					code: 'custom',
					path: [index, 'value'],
					message: 'is the value of two statuses',
					params: { mend: 'Keep one of the two.' }
				});
	})
	.default([])
	.describe(
		'The signs of the statuses, in the order of the key. A value without one has an empty, broken ring'
	);

/** What a layer file has beyond GeoJSON. parse.ts and places/geometry.ts check the geometries. */
export const layerSchema = z.strictObject({
	$schema: z.string().optional(),
	type: z.literal('FeatureCollection'),
	label: text.describe('The layer in the legend'),
	description: text,
	bbox: box.describe(
		'West, south, east, north: holds every place of the layer, so that swapped coordinates show'
	),
	hue: z.enum(['red', 'blue', 'ochre', 'slate', 'green', 'ink']),
	shape: z.enum(['square', 'diamond', 'circle', 'triangle', 'area', 'line']),
	statuses,
	features: z
		.array(
			z.strictObject({
				type: z.literal('Feature'),
				id: identifier.describe(`${UNIQUE_ID}: it is the address of its card`),
				geometry: z.strictObject({ type: text, coordinates: z.unknown() }).nullable(),
				properties
			})
		)
		.min(1)
		.max(MAX_PLACES)
});

/** geo/basemap/towns.geojson. A program writes it, so unknown keys are allowed and dropped. */
export const townsSchema = z.object({
	type: z.literal('FeatureCollection'),
	attribution: text,
	features: z.array(
		z.object({
			type: z.literal('Feature'),
			geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([longitude, latitude]) }),
			properties: z.object({
				names: z.record(language, text),
				local: language.optional(),
				rank: z.int().min(1).max(6)
			})
		})
	)
});

export type ArticleFile = z.infer<typeof articleSchema>;
export type PassagesFile = z.infer<typeof passagesSchema>;
export type LayerFile = z.infer<typeof layerSchema>;
