/** What a shared link shows: one picture of the story and one of each place. */
import { expect, test } from '@playwright/test';
import { site, story } from '../../support/browser/page';

test('the pictures are served as PNG, 1200 by 630', async ({ page }) => {
	await page.goto(`${site()}places/${story.places[0]?.id}/`);
	for (const path of ['', ...story.places.map(({ id }) => `places/${id}/`)]) {
		const address = `${site()}${path}share.png`;
		const response = await page.request.get(address);
		expect(response.status(), address).toBe(200);
		expect(response.headers()['content-type']).toBe('image/png');
		const size = await page.evaluate(async (src) => {
			const image = new Image();
			image.src = src;
			await image.decode();
			return [image.naturalWidth, image.naturalHeight];
		}, address);
		expect(size, address).toEqual([1200, 630]);
	}
});

for (const path of ['', `places/${story.places[0]?.id}/`]) {
	test(`the head of /${path} names page and picture by whole addresses`, async ({ request }) => {
		const head = (await (await request.get(site() + path)).text()).split('</head>')[0] ?? '';
		expect(head).toContain('property="og:title"');
		expect(head).toContain(`property="og:url" content="${site()}${path}"`);
		expect(head).toContain(`property="og:image" content="${site()}${path}share.png"`);
		expect(head).toContain(`rel="canonical" href="${site()}${path}"`);
	});
}
