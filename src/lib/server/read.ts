/** Reads the files of a story. What cannot be read is a fault like any other; nothing is checked here but presence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Fault } from './faults';

export interface StoryFile {
	/** The path an editor knows, from the story's folder: `geo/border.geojson`. */
	file: string;
	text: string;
}

export interface StoryFiles {
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

export function readStory(folder: string): StoryFiles {
	const faults: Fault[] = [];
	const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

	const optional = (file: string): StoryFile | undefined => {
		if (!existsSync(join(folder, file))) return undefined;
		try {
			return { file, text: utf8.decode(readFileSync(join(folder, file))) };
		} catch {
			faults.push({ file, thing: 'the file', fault: 'is not UTF-8 text', mend: 'Save it as UTF-8.' });
			return { file, text: '' };
		}
	};
	const required = (file: string): StoryFile => {
		const found = optional(file);
		if (!found)
			faults.push({ file, thing: 'the file', fault: 'is missing', mend: `Add it to the story's folder.` });
		return found ?? { file, text: '' };
	};

	const { text } = required('article/article.txt');
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
		text,
		sha256: createHash('sha256').update(text).digest('hex'),
		article: required('article/article.yaml'),
		passages: required('article/passages.yaml'),
		layers: names.map((name) => required(`geo/${name}`)),
		region: optional('geo/basemap/region.topojson'),
		towns: optional('geo/basemap/towns.geojson'),
		faults
	};
}
