/** The HTML that puts the embed into another page. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippets, type Embed } from '$lib/embed/snippet';
import { defaultParameters as defaults } from '$lib/model/parameters';

const runs = { numRuns: 300, seed: 20211120 };
const embed: Embed = {
	address: 'https://maps.example/story/embed/',
	parameters: defaults,
	fragment: '',
	title: 'What the article said',
	height: 600
};
const quote = {
	text: 'He denied it.',
	speaker: 'A speaker',
	source: 'A newspaper, 20 November 2021',
	link: 'https://maps.example/story/#denied'
};

/** Decodes the five character references that the snippet uses, as a browser does. */
function decoded(html: string): string {
	const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name]!);
}

/** The attributes of the iframe, decoded, and the HTML without it. */
function parseSnippet(html: string) {
	const [tag, attributes] = /<iframe((?: [a-z]+="[^"<>]*")+)><\/iframe>/.exec(html)!;
	const pairs = [...attributes!.matchAll(/ ([a-z]+)="([^"]*)"/g)];
	return {
		iframe: Object.fromEntries(pairs.map(([, name, value]) => [name, decoded(value!)])),
		rest: html.replace(tag, '')
	};
}

test('the plain snippet is one iframe, on one line', () => {
	expect(snippets(embed).plain).toBe(
		'<iframe src="https://maps.example/story/embed/" title="What the article said" width="100%" height="600" ' +
			'loading="lazy" allow="fullscreen; clipboard-write" style="border:0"></iframe>'
	);
});

test('the URL has the parameters that differ from their default, and the selection', () => {
	const { plain } = snippets({
		...embed,
		parameters: { ...defaults, theme: 'dark', list: false },
		fragment: 'camp'
	});
	expect(parseSnippet(plain).iframe.src).toBe('https://maps.example/story/embed/?theme=dark&list=off#camp');
	expect(plain).toContain('?theme=dark&amp;list=off#camp"');
	expect(parseSnippet(snippets({ ...embed, fragment: '"> #' }).plain).iframe.src).toMatch(
		/embed\/#%22%3E%20%23$/
	);
});

test('the sandboxed snippet differs only by its sandbox, which does not allow the same origin', () => {
	const { plain, sandboxed } = snippets({ ...embed, quote });
	const { sandbox, ...others } = parseSnippet(sandboxed).iframe;
	expect(others).toEqual(parseSnippet(plain).iframe);
	expect(sandbox).toBe('allow-scripts allow-popups allow-popups-to-escape-sandbox');
});

test('where iframes are removed, the quote, its speaker and a link remain', () => {
	const { quoted, plain } = snippets({ ...embed, quote });
	expect(quoted.endsWith(`\n${plain}`)).toBe(true);
	expect(parseSnippet(quoted).rest).toBe(
		'<blockquote cite="https://maps.example/story/#denied"><p>He denied it.</p></blockquote>\n' +
			'<p>A speaker. A newspaper, 20 November 2021. ' +
			'<a href="https://maps.example/story/#denied">What the article said</a></p>\n'
	);
	expect(snippets(embed).quoted).toBe(plain);
});

test('the height is rounded to whole pixels', () => {
	expect(parseSnippet(snippets({ ...embed, height: 600.4 }).plain).iframe.height).toBe('600');
});

test('no text can break out of its element or attribute', () => {
	const hostile = fc.oneof(
		fc.constantFrom(
			'"',
			"'",
			'&',
			'&quot;',
			'<script>alert(1)</script>',
			'</iframe>',
			'"><img onerror=a src=b>',
			'-->'
		),
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.constantFrom('"', "'", '<', '>', '&', '/', '=', ' ', 'a') })
	);
	const texts = fc.record({
		title: hostile,
		text: hostile,
		speaker: hostile,
		source: hostile,
		link: hostile
	});
	fc.assert(
		fc.property(texts, ({ title, ...quote }) => {
			const { plain, sandboxed, quoted } = snippets({ ...embed, title, quote });
			expect(parseSnippet(plain).rest).toBe('');
			expect(parseSnippet(sandboxed).rest).toBe('');
			expect(parseSnippet(plain).iframe.title).toBe(title);
			const parts =
				/^<blockquote cite="([^"<>]*)"><p>([^<>]*)<\/p><\/blockquote>\n<p>([^<>]*)<a href="([^"<>]*)">([^<>]*)<\/a><\/p>\n$/;
			const [, ...found] = parts.exec(parseSnippet(quoted).rest)!;
			const { text, speaker, source, link } = quote;
			expect(found.map(decoded)).toEqual([link, text, `${speaker}. ${source}. `, link, title]);
		}),
		runs
	);
}, 60_000);
