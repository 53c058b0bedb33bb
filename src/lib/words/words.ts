/**
 * The words that pages and the browser's script show. Another language later is a file beside en.ts that ends in
 * `satisfies Words`; the build would choose it here, one set of pages for each language, so that no reader downloads two.
 */
import { en, type Words } from './en';

export const words: Words = en;
