import { expect, test } from 'vitest';
import { oembed } from '$lib/embed/oembed';
import { lightStory } from '../../support/story/story';

const { article } = lightStory().story;

test('with an address, oEmbed gives the iframe of the embed, its size and a picture', () => {
	const answer = oembed(article, 'https://example.org/story/') as Record<string, unknown>;
	expect(answer).toMatchObject({
		version: '1.0',
		type: 'rich',
		title: article.title,
		thumbnail_url: 'https://example.org/story/share.png'
	});
	expect(answer['html']).toMatch(/^<iframe src="https:\/\/example\.org\/story\/embed\/" title="[^"]+"/);
	expect(answer['html']).toContain(`height="${answer['height']}"`);
});

test('without one it names no address, and is still an answer', () => {
	const answer = oembed(article, undefined);
	expect(answer).toMatchObject({ version: '1.0', type: 'link', title: article.title });
	expect(JSON.stringify(answer)).not.toContain('http');
});
