/** The share pictures of the story and of each place, and the tags that name them. */
import { expect, test } from '@playwright/test';
import { site, story } from '../../support/browser/page';

test('the pictures are PNG files of 1200 by 630 pixels', async ({ page }) => {
	await page.goto(`${site()}places/${story.places[0]?.id}/`);
	for (const path of ['', ...story.places.map(({ id }) => `places/${id}/`)]) {
		const url = `${site()}${path}share.png`;
		const response = await page.request.get(url);
		expect(response.status(), url).toBe(200);
		expect(response.headers()['content-type']).toBe('image/png');
		const size = await page.evaluate(async (src) => {
			const image = new Image();
			image.src = src;
			await image.decode();
			return [image.naturalWidth, image.naturalHeight];
		}, url);
		expect(size, url).toEqual([1200, 630]);
	}
});

for (const path of ['', `places/${story.places[0]?.id}/`]) {
	test(`the head of /${path} has absolute URLs of page and picture`, async ({ request }) => {
		const head = (await (await request.get(site() + path)).text()).split('</head>')[0] ?? '';
		expect(head).toContain('property="og:title"');
		expect(head).toContain(`property="og:url" content="${site()}${path}"`);
		expect(head).toContain(`property="og:image" content="${site()}${path}share.png"`);
		expect(head).toContain(`rel="canonical" href="${site()}${path}"`);
	});
}
