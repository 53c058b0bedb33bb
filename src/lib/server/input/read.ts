/** Reads the files of a story. What cannot be read is a fault like any other; nothing is checked here but presence. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Fault } from './faults';

export interface StoryFile {
	/** The path an editor knows, from the story's folder: `geo/border.geojson`. */
	file: string;
	/** Undefined when it could not be read, which is told already. */
	text: string | undefined;
}

export interface StoryFiles {
	/** Of the article itself; empty when it could not be read. */
	text: string;
	sha256: string;
	article: StoryFile;
	passages: StoryFile;
	layers: StoryFile[];
	/** Both optional: a story without them stands on Natural Earth alone. */
	region: StoryFile | undefined;
	towns: StoryFile | undefined;
	faults: Fault[];
}

const BYTE_ORDER_MARK = '\ufeff';

/** Bytes. A story is read by people; checking what is far larger would take minutes, and drawing it longer. */
const LARGEST_FILE = 10_000_000;
const LARGEST_ARTICLE = 4_000_000;
/** UTF-16 code units. Where sentences end is found line by line, at a cost that grows with the square of its length. */
const LONGEST_LINE = 20_000;
const ARTICLE = 'article/article.txt';

export function readStory(folder: string): StoryFiles {
	const faults: Fault[] = [];
	const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

	const optional = (file: string): StoryFile | undefined => {
		if (!existsSync(join(folder, file))) return undefined;
		const report = (fault: string, mend: string) => faults.push({ file, thing: 'the file', fault, mend });
		if (!statSync(join(folder, file)).isFile()) {
			report('is a folder', 'Put a file of that name there.');
			return { file, text: undefined };
		}
		const bytes = readFileSync(join(folder, file));
		const most = file === ARTICLE ? LARGEST_ARTICLE : LARGEST_FILE;
		if (bytes.length > most) {
			report(`has ${bytes.length} bytes, more than ${most}`, 'Leave out what the map does not need.');
			return { file, text: undefined };
		}
		try {
			const text = utf8.decode(bytes);
			if (!text.startsWith(BYTE_ORDER_MARK)) return { file, text };
			report('begins with a byte order mark', 'Save it as UTF-8 without one.');
			return { file, text: text.slice(BYTE_ORDER_MARK.length) };
		} catch {
			report('is not UTF-8 text', 'Save it as UTF-8.');
			return { file, text: undefined };
		}
	};
	const required = (file: string): StoryFile => {
		const found = optional(file);
		if (!found)
			faults.push({ file, thing: 'the file', fault: 'is missing', mend: `Add it to the story's folder.` });
		return found ?? { file, text: undefined };
	};

	const { file, text } = required(ARTICLE);
	if (text === '')
		faults.push({ file, thing: 'the file', fault: 'is empty', mend: 'Put the text of the article there.' });
	const longest = (text ?? '').split(/[\r\n]/).reduce((most, { length }) => Math.max(most, length), 0);
	if (longest > LONGEST_LINE)
		faults.push({
			file,
			thing: 'the file',
			fault: `has a line of ${longest} characters, more than ${LONGEST_LINE}`,
			mend: 'Keep the line breaks between its paragraphs.'
		});
	const readable = longest > LONGEST_LINE ? '' : (text ?? '');
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
	return {
		text: readable,
		sha256: createHash('sha256')
			.update(text ?? '')
			.digest('hex'),
		article: required('article/article.yaml'),
		passages: required('article/passages.yaml'),
		layers: names.map((name) => required(`geo/${name}`)),
		region: optional('geo/basemap/region.topojson'),
		towns: optional('geo/basemap/towns.geojson'),
		faults
	};
}
