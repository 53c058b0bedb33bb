/** The share pictures, their fonts, and the tags that name them. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ShareTags from '$lib/components/page/ShareTags.svelte';
import type { Place, Story } from '$lib/model/story';
import { compile } from '$lib/server/compile';
import { rangesFor, subsetFont, type Family, type Weight } from '$lib/server/publish/fonts';
import { rasterize } from '$lib/server/publish/share/raster';
import { readStory } from '$lib/server/input/read';
import { drawShare, HEIGHT, MAP_WIDTH, WIDTH } from '$lib/server/publish/share/share-picture';
import { readSiteUrl } from '$lib/server/publish/site-url';
import { spans } from '$lib/server/publish/share/typeset';
import { textOf } from '../../support/story/html';
import { theStory } from '../../support/story/story';

const { story, drawing } = theStory();
const second = compile(readStory('tests/fixtures/stories/second'));
const placeOf = (id: string): Place => story.places.find((place) => place.id === id)!;

/** The text of a picture, without its line breaks. */
const pictureText = (svg: string): string => textOf(svg.replaceAll('</text>', ' </text>'));
const showsQuote = (svg: string, quote: string): boolean =>
	pictureText(svg).includes(quote.replace(/\s+/g, ' '));

describe.each([
	['the story', { story, drawing }],
	['the second story', second]
])('the pictures of %s', (_name, compiled) => {
	test.each(
		[undefined, ...compiled.story.places].map((place) => [place?.id ?? 'the story itself', place] as const)
	)(
		'%s: a PNG of 1200 by 630 with its name on the map, and no text outside its column',
		async (_id, place) => {
			const svg = drawShare(compiled.story, compiled.drawing, place);
			const image = await rasterize(svg);
			const png = image.asPng();
			expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
			expect(png.toString('latin1', 12, 16)).toBe('IHDR');
			expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);

			// Text that does not fit would extend into the space between its column and the map.
			const { pixels } = image;
			const colours = new Set<number>();
			for (let y = 0; y < HEIGHT; y++)
				for (let x = WIDTH - MAP_WIDTH - 44; x < WIDTH - MAP_WIDTH - 4; x++)
					colours.add(pixels.readUInt32BE((y * WIDTH + x) * 4));
			expect(colours.size).toBe(1);

			// Names of areas are in capitals.
			if (place?.anchor)
				expect(pictureText(svg.slice(0, svg.indexOf('</svg>'))).toUpperCase()).toContain(
					place.name.toUpperCase()
				);
			expect(pictureText(svg)).toContain(compiled.story.article.citation);
		}
	);
});

test.each([
	['iraq', ['IRAQ', 'SYRIA', 'TURKEY']],
	['border-camp', ['Border camp near Grodno', 'POLAND', 'BELARUS']]
])('the map in the picture of %s shows the names of what is around it', (id, names) => {
	const svg = drawShare(story, drawing, placeOf(id));
	const map = svg.slice(0, svg.indexOf('</svg>'));
	const words = [...map.matchAll(/<text[^]*?<\/text>/g)].map(([text]) => textOf(text));
	for (const name of names) expect(words).toContain(name);
});

describe('the quote in a picture', () => {
	const at = (id: string) =>
		story.passages.filter(
			({ voice, places }) => voice !== 'comment' && places.some(({ place }) => place === id)
		);
	const shortest = (id: string) => at(id).sort((a, b) => a.quote.length - b.quote.length)[0]!;
	/** The story with other quotes at Iraq. */
	const withQuotes = (quoteOf: (quote: string, index: number) => string): Story => ({
		...story,
		passages: story.passages.map((passage) => {
			const index = at('iraq').indexOf(passage);
			return index < 0 ? passage : { ...passage, quote: quoteOf(passage.quote, index) };
		})
	});

	test.each(['iraq', 'border', 'border-camp'])('of %s is the shortest about it, after who says it', (id) => {
		const { quote, speaker } = shortest(id);
		expect(at(id).length).toBeGreaterThan(1);
		const words = pictureText(drawShare(story, drawing, placeOf(id)));
		expect(words).toMatch(new RegExp(`${speaker.name}, [^.]* ${quote.slice(0, 20)}`));
		expect(words).toContain(quote);
	});

	test('of the story is one about its first place, above the title', () => {
		const { id } = story.places.find(({ quoted }) => quoted === 'article')!;
		const words = pictureText(drawShare(story, drawing));
		expect(words.indexOf(shortest(id).quote)).toBeGreaterThan(0);
		expect(words.indexOf(story.article.title)).toBeGreaterThan(words.indexOf(shortest(id).quote));
	});

	test('stands beside the rule of its voice: solid for direct, broken for indirect speech', () => {
		const [direct, indirect, narration] = ['germany', 'syria', 'poland'].map((id) => {
			const svg = drawShare(story, drawing, placeOf(id));
			return svg.slice(svg.lastIndexOf('</svg>', svg.length - 10));
		});
		expect(direct).toMatch(/<path d="M50.5 \d+v\d+" [^>]*stroke-width="5" \/>/);
		expect(indirect).toMatch(/<path [^>]*stroke-width="5" stroke-dasharray="12 9"/);
		expect(narration).not.toMatch(/stroke-width="5"/);
	});

	const long = `Too long: ${'one word after another, '.repeat(40)}end.`;

	test('is never cut: a longer one is left out, and the passages are counted if no other is left', () => {
		const one = pictureText(
			drawShare(
				withQuotes((quote, index) => (index === 0 ? quote : long)),
				drawing,
				placeOf('iraq')
			)
		);
		expect(one).toContain(at('iraq')[0]!.quote);
		const none = pictureText(
			drawShare(
				withQuotes(() => long),
				drawing,
				placeOf('iraq')
			)
		);
		expect(none).not.toContain('Too long');
		expect(none).toMatch(/\d+ passages speak of it/);
	});

	test('is left out completely if the fonts do not have all its characters', () => {
		const georgian = withQuotes(() => 'It said ქართული.');
		expect(pictureText(drawShare(georgian, drawing, placeOf('iraq')))).not.toContain('It said');
	});

	test('is never a comment of the republisher', () => {
		for (const place of story.places) {
			const svg = drawShare(story, drawing, place);
			for (const { voice, quote } of story.passages)
				if (voice === 'comment') expect(showsQuote(svg, quote)).toBe(false);
		}
	});
});

test.each(['</text><script>alert(1)</script>', '"><image href="x"/>', '&amp; <![CDATA[ ]]> & \u0000 \ud800'])(
	'the text %j adds no element to the picture',
	async (text) => {
		const pictureWith = (text: string): string =>
			drawShare(
				{
					...story,
					article: { ...story.article, title: text, citation: text },
					passages: story.passages.map((passage) => ({ ...passage, quote: text }))
				},
				drawing,
				{ ...placeOf('iraq'), name: text, kind: text }
			);
		const elements = (svg: string): string[] => [...new Set(svg.match(/<\/?[a-z]+/gi))].sort();
		expect(elements(pictureWith(text))).toEqual(elements(pictureWith('plain')));
		expect((await rasterize(pictureWith(text))).width).toBe(WIDTH);
	}
);

test('a crossing has its name, its status, and that the article does not name it, but no quote', () => {
	const crossings = story.places.filter(({ status }) => status);
	expect(crossings.length).toBeGreaterThan(5);
	for (const place of crossings) {
		const svg = drawShare(story, drawing, place);
		const words = pictureText(svg).replaceAll('\u00a0', ' ');
		for (const part of [place.name, 'November 2021', 'The article does not name it'])
			expect(words).toContain(part);
		for (const { quote } of story.passages) expect(showsQuote(svg, quote)).toBe(false);
	}
});

describe('the fonts', () => {
	test('make words bold in both families', async () => {
		const inkOf = async (family: Family, weight: Weight): Promise<number> => {
			const words = spans(family, 'mmmmmmmmmm', weight);
			const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="50"><text y="40" font-size="40">${words}</text></svg>`;
			const { pixels } = await rasterize(svg);
			return pixels.filter((value) => value > 127).length;
		};
		for (const family of ['source-sans-3', 'source-serif-4'] as const)
			expect(await inkOf(family, 'bold')).toBeGreaterThan(1.1 * (await inkOf(family, 'regular')));
	});

	const ranges = (characters: string): string[] =>
		rangesFor('noto-sans', characters).map(({ range }) => range);

	test('are the files whose ranges contain a character', () => {
		expect(ranges('Kuznica')).toEqual(['latin']);
		expect(ranges('Kuźnica').sort()).toEqual(['latin', 'latin-ext']);
		expect(ranges('Гродна')).toEqual(['cyrillic']);
		expect(ranges('')).toEqual([]);
		expect(rangesFor('source-serif-4', 'ź')[0]?.unicodeRange).toContain('U+0100-02BA');
	});

	test('are reduced to the glyphs that are needed, as TrueType fonts', async () => {
		const few = await subsetFont('source-serif-4', 'latin', 'abc');
		const more = await subsetFont('source-serif-4', 'latin', 'abcdefghijklmnopqrstuvwxyz');
		expect(few.readUInt32BE(0)).toBe(0x00010000);
		expect(few.length).toBeLessThan(more.length / 2);
	});
});

describe('the tags', () => {
	const head = (siteUrl: string | undefined): string =>
		render(ShareTags, {
			props: {
				...{ title: 'A "title"', description: 'What it is.', alt: 'A map', siteUrl },
				...{ path: 'places/iraq/', image: 'places/iraq/share.png' }
			}
		}).head;

	test('have absolute URLs of page and picture', () => {
		const tags = head('https://example.org/story/');
		expect(tags).toContain('property="og:image" content="https://example.org/story/places/iraq/share.png"');
		expect(tags).toContain('property="og:url" content="https://example.org/story/places/iraq/"');
		expect(tags).toContain('rel="canonical" href="https://example.org/story/places/iraq/"');
		expect(tags).toContain('name="twitter:card" content="summary_large_image"');
		expect(tags).toContain('property="og:image:width" content="1200"');
		expect(tags).toContain('content="A &quot;title&quot;"');
	});

	test('have no URLs if that of the site is unknown', () => {
		expect(head(undefined)).toContain('property="og:title"');
		expect(head(undefined)).not.toMatch(/https?:|og:image|og:url|canonical|share\.png/);
	});

	test.each([
		['https://example.org', 'https://example.org/'],
		['http://example.org/a/story', 'http://example.org/a/story/'],
		['https://example.org/a/', 'https://example.org/a/']
	])('SITE_URL=%s is read as %s', (given, read) => expect(readSiteUrl(given)).toBe(read));

	test.each([
		'example.org',
		'ftp://example.org/',
		'https://example.org/?a',
		'https://example.org/#a',
		'https://u:p@example.org/'
	])('SITE_URL=%s is rejected with a message', (given) =>
		expect(() => readSiteUrl(given)).toThrow(/^SITE_URL: .*Found: ".*"\. Give/)
	);
});
