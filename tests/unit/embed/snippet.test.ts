import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaults } from '$lib/embed/parameters';
import { snippets, type Embed } from '$lib/embed/snippet';

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

/** The text that a browser makes of it: of the five entities and nothing else. */
function decoded(html: string): string {
	const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name]!);
}

/** The values of the attributes of the one iframe, and what is left of the HTML without it. */
function taken(html: string) {
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

test('the address says what differs from the standard, and what is selected', () => {
	const { plain } = snippets({
		...embed,
		parameters: { ...defaults, theme: 'dark', list: false },
		fragment: 'camp'
	});
	expect(taken(plain).iframe.src).toBe('https://maps.example/story/embed/?theme=dark&list=off#camp');
	expect(plain).toContain('?theme=dark&amp;list=off#camp"');
	expect(taken(snippets({ ...embed, fragment: '"> #' }).plain).iframe.src).toMatch(/embed\/#%22%3E%20%23$/);
});

test('the sandboxed snippet differs by its sandbox only, and has no origin in it', () => {
	const { plain, sandboxed } = snippets({ ...embed, quote });
	const { sandbox, ...others } = taken(sandboxed).iframe;
	expect(others).toEqual(taken(plain).iframe);
	expect(sandbox).toBe('allow-scripts allow-popups allow-popups-to-escape-sandbox');
});

test('a system that strips iframes leaves the quote, who said it and a link', () => {
	const { quoted, plain } = snippets({ ...embed, quote });
	expect(quoted.endsWith(`\n${plain}`)).toBe(true);
	expect(taken(quoted).rest).toBe(
		'<blockquote cite="https://maps.example/story/#denied"><p>He denied it.</p></blockquote>\n' +
			'<p>A speaker. A newspaper, 20 November 2021. ' +
			'<a href="https://maps.example/story/#denied">What the article said</a></p>\n'
	);
	expect(snippets(embed).quoted).toBe(plain);
});

test('a height is whole pixels', () => {
	expect(taken(snippets({ ...embed, height: 600.4 }).plain).iframe.height).toBe('600');
});

test('no words can leave their place, whatever they are', () => {
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
	const words = fc.record({
		title: hostile,
		text: hostile,
		speaker: hostile,
		source: hostile,
		link: hostile
	});
	fc.assert(
		fc.property(words, ({ title, ...said }) => {
			const { plain, sandboxed, quoted } = snippets({ ...embed, title, quote: said });
			expect(taken(plain).rest).toBe('');
			expect(taken(sandboxed).rest).toBe('');
			expect(taken(plain).iframe.title).toBe(title);
			const parts =
				/^<blockquote cite="([^"<>]*)"><p>([^<>]*)<\/p><\/blockquote>\n<p>([^<>]*)<a href="([^"<>]*)">([^<>]*)<\/a><\/p>\n$/;
			const [, ...found] = parts.exec(taken(quoted).rest)!;
			const { text, speaker, source, link } = said;
			expect(found.map(decoded)).toEqual([link, text, `${speaker}. ${source}. `, link, title]);
		}),
		runs
	);
}, 60_000);
