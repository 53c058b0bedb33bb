/** The oEmbed response. */
import { expect, test } from 'vitest';
import { oembed } from '$lib/embed/oembed';
import { lightStory } from '../../support/story/story';

const { article } = lightStory().story;

test('with the URL of the site, the response has the iframe of the embed, its size and a picture', () => {
	const response = oembed(article, 'https://example.org/story/') as Record<string, unknown>;
	expect(response).toMatchObject({
		version: '1.0',
		type: 'rich',
		title: article.title,
		thumbnail_url: 'https://example.org/story/share.png'
	});
	expect(response['html']).toMatch(/^<iframe src="https:\/\/example\.org\/story\/embed\/" title="[^"]+"/);
	expect(response['html']).toContain(`height="${response['height']}"`);
});

test('without the URL of the site, the response is valid and contains no URL', () => {
	const response = oembed(article, undefined);
	expect(response).toMatchObject({ version: '1.0', type: 'link', title: article.title });
	expect(JSON.stringify(response)).not.toContain('http');
});
