/** URLs in the texts of a story: no page and no style may request them. */
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

/** Attributes with URLs that a browser requests or links to. */
const URL_ATTRIBUTES =
	/^(.*:)?(href|src|srcset|action|formaction|poster|data|ping|background|style|cite|manifest|data-style)$/;
const LOCAL = /^(\.\/)?(#[a-z0-9-]*|(places|view)\/[a-z0-9-]+\/|story\.json)?$|^\.\/#[a-z0-9-]+$/;
/** The values of `url` in the story's files, which become links. */
const storyUrls = JSON.stringify(story).match(/(?<="url":")[^"]+/g)!;
/** The tags for sharing name the site itself. */
const siteUrls = /^https:\/\/example\.org\/(share\.png)?$/;

test('two hundred URLs are tested', () => {
	expect(new Set(planted).size).toBe(200);
});

describe.each(views)('%s', (_name, view) => {
	test('a URL in a text makes the browser request nothing from another host', () => {
		for (const text of planted) {
			const urls = attributesOf(view(written(story, () => text))).filter(([name]) =>
				URL_ATTRIBUTES.test(name)
			);
			const foreign = urls.filter(
				([name, value]) =>
					!LOCAL.test(value) && !(name === 'href' && (storyUrls.includes(value) || siteUrls.test(value)))
			);
			expect(foreign, text).toEqual([]);
		}
	});
});

test('the style of the map treats a URL in a text as a name', () => {
	// Land and borders have no text. Without them the comparison takes much less time.
	const empty = { type: 'FeatureCollection' as const, features: [] };
	const basemap = { ...drawing.basemap, land: empty, borders: empty, provinces: empty };
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

test('a story with URLs in all free text is accepted, and its style requests nothing', () => {
	for (const text of planted.filter((_, index) => index % 25 === 0)) {
		const article = parse(contentOf(ARTICLE)) as typeof story.article;
		const freeTextFields = [
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
		const write = (slot: string, own: string): string => (freeTextFields.includes(slot) ? text : own);
		const layer = written(JSON.parse(contentOf(PIERS)) as object, (slot, own) =>
			[...freeTextFields, 'es', 'en', 'kind', 'value', 'detail', 'source', 'licence', 'description'].includes(
				slot
			)
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
		for (const styleLayer of rest.layers) expect(JSON.stringify(styleLayer)).not.toContain('evil');
	}
});
