/** Reads the files of a story as text. Files that are missing, too large or not UTF-8 are faults. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Fault } from './faults';

export interface StoryFile {
	/** The path from the story's folder, as faults name it: `geo/border.geojson`. */
	file: string;
	/** Undefined if the file could not be read. Then a fault says so. */
	text: string | undefined;
}

export interface StoryFiles {
	/** The article; the empty string if it could not be read or has too long a line. */
	text: string;
	/** Of article.txt in UTF-8, without a byte order mark; hexadecimal. */
	sha256: string;
	article: StoryFile;
	passages: StoryFile;
	/** In the order of their file names. */
	layers: StoryFile[];
	/** Optional, like `towns`: without them the basemap is Natural Earth alone. */
	region: StoryFile | undefined;
	towns: StoryFile | undefined;
	faults: Fault[];
}

const BYTE_ORDER_MARK = '\ufeff';

/** Bytes. Checking a much larger file would take minutes. */
const MAX_FILE_SIZE = 10_000_000;
const MAX_ARTICLE_SIZE = 4_000_000;
/** UTF-16 code units. Finding sentences takes time that grows with the square of a line's length. */
const MAX_LINE_LENGTH = 20_000;
const ARTICLE = 'article/article.txt';

/** Reads the files in `folder`. Their problems are in `faults`; it throws only if the file system does. */
export function readStory(folder: string): StoryFiles {
	const faults: Fault[] = [];
	const optional = (file: string): StoryFile | undefined => readOptional(folder, file, faults);
	const required = (file: string): StoryFile => {
		const found = optional(file);
		if (!found)
			faults.push({ file, thing: 'the file', fault: 'is missing', mend: `Add it to the story's folder.` });
		return found ?? { file, text: undefined };
	};

	const article = required(ARTICLE);
	const text = checkArticleText(article, faults);
	const layerNames = listLayers(folder, faults);
	return {
		text,
		sha256: createHash('sha256')
			.update(article.text ?? '')
			.digest('hex'),
		article: required('article/article.yaml'),
		passages: required('article/passages.yaml'),
		layers: layerNames.map((name) => required(`geo/${name}`)),
		region: optional('geo/basemap/region.topojson'),
		towns: optional('geo/basemap/towns.geojson'),
		faults
	};
}

/** Undefined if there is no such file. A problem with the file is added to `faults`. */
function readOptional(folder: string, file: string, faults: Fault[]): StoryFile | undefined {
	if (!existsSync(join(folder, file))) return undefined;
	const report = (fault: string, mend: string) => faults.push({ file, thing: 'the file', fault, mend });
	if (!statSync(join(folder, file)).isFile()) {
		report('is a folder', 'Put a file of that name there.');
		return { file, text: undefined };
	}
	const bytes = readFileSync(join(folder, file));
	const maxSize = file === ARTICLE ? MAX_ARTICLE_SIZE : MAX_FILE_SIZE;
	if (bytes.length > maxSize) {
		report(`has ${bytes.length} bytes, more than ${maxSize}`, 'Leave out what the map does not need.');
		return { file, text: undefined };
	}
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		if (!text.startsWith(BYTE_ORDER_MARK)) return { file, text };
		report('begins with a byte order mark', 'Save it as UTF-8 without one.');
		return { file, text: text.slice(BYTE_ORDER_MARK.length) };
	} catch {
		report('is not UTF-8 text', 'Save it as UTF-8.');
		return { file, text: undefined };
	}
}

/** The text of the article, or the empty string if sentences cannot be found in it in reasonable time. */
function checkArticleText({ file, text }: StoryFile, faults: Fault[]): string {
	if (text === '')
		faults.push({ file, thing: 'the file', fault: 'is empty', mend: 'Put the text of the article there.' });
	const longest = (text ?? '').split(/[\r\n]/).reduce((most, { length }) => Math.max(most, length), 0);
	if (longest > MAX_LINE_LENGTH)
		faults.push({
			file,
			thing: 'the file',
			fault: `has a line of ${longest} characters, more than ${MAX_LINE_LENGTH}`,
			mend: 'Keep the line breaks between its paragraphs.'
		});
	return longest > MAX_LINE_LENGTH ? '' : (text ?? '');
}

/** The names of the layer files, sorted: every build must draw the layers in the same order. */
function listLayers(folder: string, faults: Fault[]): string[] {
	const geo = join(folder, 'geo');
	const names = existsSync(geo)
		? readdirSync(geo)
				.filter((name) => name.endsWith('.geojson'))
				.sort()
		: [];
	if (names.length === 0) {
		faults.push({
			file: 'geo',
			thing: 'the folder',
			fault: 'holds no layer',
			mend: 'Add a GeoJSON file, one for each layer.'
		});
	}
	return names;
}
