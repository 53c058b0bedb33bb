/**
 * The words that pages and script show. Another language is a file beside en.ts that `satisfies Words`. The build would
 * choose it here, with one set of pages for each language, so that a reader downloads only one.
 */
import { en, type Words } from './en';

export const words: Words = en;
