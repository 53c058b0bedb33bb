/**
 * The words of the interface in English, grouped by where a reader meets them. An entry is a text, or a function that makes
 * one from named values: a whole sentence, a name or a label, never a part of a sentence.
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
import { table } from './en/table';
import { walk } from './en/walk';

export const en = {
	/** BCP 47 tag of these words. Texts of the story are marked with the language of the story. */
	language: LANGUAGE,
	masthead,
	map,
	key,
	card,
	place,
	quote,
	list,
	table,
	walk,
	about,
	embed,
	share,
	pages
};

/** What the catalogue of any language holds. */
export type Words = typeof en;
