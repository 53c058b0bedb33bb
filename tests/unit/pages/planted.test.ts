import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { contentOf, outcomeOf, PIERS } from '../../support/story/gate';
import { attributesOf } from '../../support/story/html';
import { planted } from '../../support/story/planted';
import { viewsOf, written } from '../../support/story/slots';
import { ARTICLE } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const { story, drawing } = outcomeOf({}).compiled!;
const views = Object.entries(viewsOf(drawing));

/** Attributes by which a browser asks for something, or leads on to it. */
const ADDRESSES =
	/^(.*:)?(href|src|srcset|action|formaction|poster|data|ping|background|style|cite|manifest|data-style)$/;
const LOCAL = /^(\.\/)?(#[a-z0-9-]*|places\/[a-z0-9-]+\/|story\.json)?$|^\.\/#[a-z0-9-]+$/;
/** Those of the files' `url`, which are links; the tags in the head name the site itself. */
const declared = JSON.stringify(story).match(/(?<="url":")[^"]+/g)!;
const ofSite = /^https:\/\/example\.org\/(share\.png)?$/;

test('two hundred addresses are planted', () => {
	expect(new Set(planted).size).toBe(200);
});

describe.each(views)('%s', (_name, view) => {
	test('ask no other host for anything, whatever address stands in a text', () => {
		for (const text of planted) {
			const asked = attributesOf(view(written(story, () => text))).filter(([name]) => ADDRESSES.test(name));
			const elsewhere = asked.filter(
				([name, value]) =>
					!LOCAL.test(value) && !(name === 'href' && (declared.includes(value) || ofSite.test(value)))
			);
			expect(elsewhere, text).toEqual([]);
		}
	});
});

test('the style of the map takes an address in a text for nothing but a name', () => {
	// Land and lines have no words: without them the rest is compared in a fraction of the time.
	const none = { type: 'FeatureCollection' as const, features: [] };
	const basemap = { ...drawing.basemap, land: none, borders: none, provinces: none };
	const drawingWith = (text: string) => written({ ...drawing, basemap }, () => text);
	const styleWith = (text: string) =>
		styleOf({ story: written(story, () => text), drawing: drawingWith(text) });
	const withoutNames = (style: object): string =>
		JSON.stringify(style, (key, value: unknown) =>
			typeof value === 'string' && ['name', 'local', 'label', 'letters'].includes(key) ? 'Zqz' : value
		);
	const expected = withoutNames(styleWith('Zqz'));
	expect(expected).not.toMatch(/https?:|\/\/|"(url|tiles|sprite|glyphs|urls)"/);
	for (const text of planted) expect(withoutNames(styleWith(text)), text).toBe(expected);
});

test('files with an address in every text they let an editor write freely are drawn, and their style asks for nothing', () => {
	for (const text of planted.filter((_, index) => index % 25 === 0)) {
		const article = parse(contentOf(ARTICLE)) as typeof story.article;
		const free = [
			'title',
			'summary',
			'publisher',
			'author',
			'note',
			'citation',
			'statement',
			'name',
			'role',
			'label'
		];
		const write = (slot: string, own: string): string => (free.includes(slot) ? text : own);
		const layer = written(JSON.parse(contentOf(PIERS)) as object, (slot, own) =>
			[...free, 'es', 'en', 'kind', 'value', 'detail', 'source', 'licence', 'description'].includes(slot)
				? text
				: own
		);
		const { compiled, message } = outcomeOf({
			[ARTICLE]: stringify(written(article, write)),
			[PIERS]: JSON.stringify(layer)
		});
		expect(message).toBe('');
		const { sources, ...rest } = styleOf(compiled!);
		expect(Object.values(sources).filter((source) => 'url' in source || 'tiles' in source)).toEqual([]);
		for (const source of Object.values(sources))
			expect(source).toMatchObject({ data: { type: 'FeatureCollection' } });
		for (const layerOfStyle of rest.layers) expect(JSON.stringify(layerOfStyle)).not.toContain('evil');
	}
});
