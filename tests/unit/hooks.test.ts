/** What is taken out of each page before it is written. */
import type { Handle } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { handle } from '../../src/hooks.server';

/** A page as it is written, of one as it was rendered. */
async function written(html: string): Promise<string> {
	const input = {
		event: {},
		resolve: async (_: unknown, { transformPageChunk }: { transformPageChunk: (chunk: object) => string }) =>
			new Response(transformPageChunk({ html, done: true }))
	};
	const response = await handle(input as unknown as Parameters<Handle>[0]);
	return response.text();
}

test('comments, marks for taking a page over and style sheets that are switched off are left out', async () => {
	const off = '\n\t\t<link href="../0.css" rel="stylesheet" disabled media="(max-width: 0)">';
	expect(
		await written(`<head>${off}${off}</head><!--[--><p>Words<!----></p><!-- Of\nwords -->ends<!--]-->`)
	).toBe('<head></head><p>Words</p>ends');
});

test('empty elements of a picture close themselves, and those of the page do not', async () => {
	expect(await written('<svg><path d="M0 0"></path><circle r="2"></circle></svg><p></p>')).toBe(
		'<svg><path d="M0 0"/><circle r="2"/></svg><p></p>'
	);
});

test('a link whose title or address speaks of something disabled stays, and so do words', async () => {
	const html =
		'<link rel="alternate" href="https://disabled.example/oembed.json" title="Left disabled by the border"><p>disabled</p>';
	expect(await written(html)).toBe(html);
});
