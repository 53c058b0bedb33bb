/** Values that several files of a story have, as schemas. */
import { z } from 'zod';
import { isLanguageTag, isPlainAddress, NOT_PLAIN, VISIBLE } from './text-rules';

/** UTF-16 code units. */
const MAX_TEXT_LENGTH = 5_000;
/** Entries of a list. Some checks compare each entry with each other entry. */
export const MAX_ENTRIES = 500;
/** Places in a layer; the limit of passages too. */
export const MAX_PLACES = 10_000;

export const text = z
	.string()
	.trim()
	.min(1, { abort: true })
	.max(MAX_TEXT_LENGTH)
	.refine((value) => !NOT_PLAIN.test(value), 'is not plain text: it has control or direction characters')
	.refine((value) => VISIBLE.test(value), 'is not text that can be seen');
export const day = z.iso.date().describe('A calendar day: YYYY-MM-DD');
export const httpsUrl = z
	.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'is not an https address', abort: true })
	.max(MAX_TEXT_LENGTH)
	.refine(
		isPlainAddress,
		'is not an https address in plain letters, without user name, blanks and what cannot be seen'
	)
	.meta({ description: 'An https address', pattern: '^https://' });
export const longitude = z.number().min(-180).max(180);
export const latitude = z.number().min(-90).max(90);
export const certainty = z.enum(['certain', 'less-certain', 'uncertain']);
export const language = z
	.string()
	.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'is not a BCP 47 language tag', abort: true })
	.refine(isLanguageTag, 'is not a BCP 47 language tag');
export const identifier = z
	.string()
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not made of small letters, digits and single hyphens')
	.describe('Small letters, digits and single hyphens');
export const box = z.tuple([longitude, latitude, longitude, latitude]);
export const UNIQUE_ID = 'Small letters, digits and single hyphens. Unique among places, passages and views';
