/** URLs that an editor gives, and the links made from them. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import About from '$lib/components/page/About.svelte';
import { outcomeOf, PIERS } from '../../support/story/gate';
import { badLinks, goodLinks } from '../../support/story/hostile';
import { inJson, inYaml } from '../../support/mutations/mutation';
import { ARTICLE } from '../../support/story/story';

describe.each(badLinks)('the link %j', (url) => {
	test.each(['source', 'republication', 'photograph'])(
		'of the %s is a fault, with file and reason',
		(slot) => {
			const { changed } = inYaml(slot, ARTICLE, (data) => (data[slot].url = url));
			const { faults } = outcomeOf(changed);
			expect(faults).toEqual([
				expect.objectContaining({
					file: expect.stringMatching(/^article\/article\.yaml:\d+$/),
					thing: `${slot}.url`,
					fault: expect.stringMatching(/^is not an https address/)
				})
			]);
		}
	);

	test('of a place is a fault, with file and place', () => {
		const { changed } = inJson('url', PIERS, ({ features }) => (features[1].properties.provenance.url = url));
		const { faults } = outcomeOf(changed);
		expect(faults).toEqual([
			expect.objectContaining({
				file: PIERS,
				thing: 'features[1].properties.provenance.url (id "laitec")',
				fault: expect.stringMatching(/^is not an https address/)
			})
		]);
	});
});

describe.each(goodLinks)('the link %j', (url) => {
	test('is the link in the page', () => {
		const { changed } = inYaml('url', ARTICLE, (data) => (data.source.url = url));
		const { story } = outcomeOf(changed).compiled!;
		expect(story.article.source.url).toBe(url);
		const { body } = render(About, { props: { story, downloads: [] } });
		expect(body).toContain(
			`<a href="${url.replaceAll('&', '&amp;')}" target="_blank">El Farol de las Islas</a>`
		);
	});
});
