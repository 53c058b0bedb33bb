/** The share pictures, their fonts, and the tags that name them. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ShareTags from '$lib/components/page/ShareTags.svelte';
import type { Place, Story } from '$lib/model/story';
import { compile } from '$lib/server/compile';
import { rangesFor, subsetFont } from '$lib/server/publish/fonts';
import { rasterize } from '$lib/server/publish/raster';
import { readStory } from '$lib/server/input/read';
import { drawShare, HEIGHT, MAP_WIDTH, WIDTH } from '$lib/server/publish/share-picture';
import { readSiteUrl } from '$lib/server/publish/site-url';
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
	const first = (id: string) =>
		story.passages.find(
			({ voice, places }) => voice !== 'comment' && places.some(({ place }) => place === id)
		)!;
	const withQuote = (quote: string): Story => ({
		...story,
		passages: story.passages.map((passage) =>
			passage.id === first('iraq').id ? { ...passage, quote } : passage
		)
	});

	test('is the first about the place, after who says it', () => {
		const { quote, speaker } = first('iraq');
		const words = pictureText(drawShare(story, drawing, placeOf('iraq')));
		expect(words).toContain(`${speaker.name}, as the newspaper reports him “${quote}”`);
	});

	test('is left out completely if it is too long, and the passages are counted instead', () => {
		const long = `Too long: ${'one word after another, '.repeat(40)}end.`;
		const words = pictureText(drawShare(withQuote(long), drawing, placeOf('iraq')));
		expect(words).not.toContain('Too long');
		expect(words).toMatch(/\d+ passages speak of it/);
	});

	test('is left out completely if the fonts do not have all its characters', () => {
		expect(pictureText(drawShare(withQuote('It said ქართული.'), drawing, placeOf('iraq')))).not.toContain(
			'It said'
		);
	});

	test('is never a comment of the republisher', () => {
		for (const place of story.places) {
			const svg = drawShare(story, drawing, place);
			for (const { voice, quote } of story.passages)
				if (voice === 'comment') expect(showsQuote(svg, quote)).toBe(false);
		}
	});

	test('does not get a second pair of quotation marks', () => {
		const { quote } = first('belarus');
		expect(quote.startsWith('"')).toBe(true);
		const words = pictureText(drawShare(story, drawing, placeOf('belarus')));
		expect(words).toContain(quote);
		expect(words).not.toContain('“"');
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

describe('the fonts', () => {
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
