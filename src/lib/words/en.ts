/**
 * Every word of ours in English, grouped by where a reader meets it: neutral, and plain about what is not known. An entry
 * is a text, or a function from named values to one; it is a whole sentence, a name or a label, never part of a sentence.
 */
import { about, masthead } from './en/about';
import { card, place } from './en/card';
import { embed } from './en/embed';
import { LANGUAGE } from './en/formats';
import { list } from './en/list';
import { key, map } from './en/map';
import { pages } from './en/pages';
import { quote } from './en/quote';
import { share } from './en/share';

export const en = {
	/** The language of these words; the story's are marked with theirs. */
	language: LANGUAGE,
	masthead,
	map,
	key,
	card,
	place,
	quote,
	list,
	about,
	embed,
	share,
	pages
};

/** What the catalogue of any language holds. */
export type Words = typeof en;
