/** The live map under a reader's pointer: one page for all of it, as a reader has one. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { LineString } from 'geojson';
import { viewButton } from '../../support/browser/alive';
import { difference, pictureOf } from '../../support/browser/drawn';
import { expectCard, openCards, openLive, pixelOf, places, story } from '../../support/browser/page';

test.use({ viewport: { width: 1280, height: 800 } });

const [borderRegion, originCountries] = story.views as [
	(typeof story.views)[number],
	(typeof story.views)[number]
];
const anchorOf = (place: string): number[] => story.places.find(({ id }) => id === place)?.anchor ?? [];

/** The vertex of the border that is furthest from every other place's mark. */
function openBorder(): number[] {
	const line = places.features.find(({ id }) => id === 'border')?.geometry as LineString;
	const marks = story.places.flatMap(({ id, anchor }) => (anchor && id !== 'border' ? [anchor] : []));
	const room = ([x = 0, y = 0]: number[]): number =>
		Math.min(...marks.map(([a = 0, b = 0]) => Math.hypot((a - x) * 0.6, b - y)));
	return [...line.coordinates].sort((a, b) => room(b) - room(a))[0] ?? [];
}

const presses = [
	{ place: 'border-camp', view: borderRegion, at: anchorOf('border-camp') },
	{ place: 'border', view: borderRegion, at: openBorder() },
	{ place: 'bobrowniki-bierestowica-road', view: borderRegion, at: anchorOf('bobrowniki-bierestowica-road') },
	{ place: 'bialowieza-piererow', view: borderRegion, at: anchorOf('bialowieza-piererow') },
	{ place: 'rudawka-lesnaja-river', view: borderRegion, at: anchorOf('rudawka-lesnaja-river') },
	{ place: 'syria', view: originCountries, at: anchorOf('syria') },
	{ place: 'iraq', view: originCountries, at: anchorOf('iraq') },
	{ place: 'turkey', view: originCountries, at: anchorOf('turkey') }
];

let page: Page;
test.beforeAll(async ({ browser }) => {
	page = await browser.newPage();
	await openLive(page);
});
test.afterAll(() => page.close());

/** No card is open, and the map shows the first view. */
test.beforeEach(async () => {
	await page.evaluate(() => (location.hash = 'map'));
	await expect(openCards(page)).toHaveCount(0);
	await page.evaluate(() => scrollTo(0, 0));
	await viewButton(page, borderRegion.label).click();
});

for (const { place, view, at } of presses) {
	test(`a press on the map at ${place} opens its card and no other`, async () => {
		await viewButton(page, view.label).click();
		const { x, y } = await pixelOf(page, view, at);
		await expect(async () => {
			await page.mouse.click(x, y);
			await expect(openCards(page)).toHaveCount(1, { timeout: 500 });
		}).toPass();
		await expectCard(page, place);
		expect(new URL(page.url()).hash).toBe(`#${place}`);
	});
}

test('a press on the ground of a country opens the country, and the camera stays', async () => {
	const at = anchorOf('poland');
	const { x, y } = await pixelOf(page, borderRegion, at);
	await expect(async () => {
		await page.mouse.click(x, y);
		await expect(openCards(page)).toHaveCount(1, { timeout: 500 });
	}).toPass();
	await expectCard(page, 'poland');
	await page.keyboard.press('Escape');
	await expect(openCards(page)).toHaveCount(0);
	await page.mouse.click(x, y);
	await expectCard(page, 'poland');
});

test('the card stands beside its place, whole on the map, with a tip that points there', async () => {
	await page.evaluate(() => (location.hash = 'border-camp'));
	const card = page.locator('[data-popup="border-camp"]');
	const tip = page.locator('.tip');
	await expect(tip).toBeVisible();
	const place = await pixelOf(page, borderRegion, anchorOf('border-camp'));
	const map = await page.locator('.ground').boundingBox();
	await expect(async () => {
		const [box, point] = [await card.boundingBox(), await tip.boundingBox()];
		expect(box && map && box.x >= map.x && box.x + box.width <= map.x + map.width).toBe(true);
		expect(Math.abs((point?.y ?? 0) + (point?.height ?? 0) / 2 - place.y)).toBeLessThan(4);
		expect(Math.abs((point?.x ?? 0) + (point?.width ?? 0) / 2 - place.x)).toBeLessThan(24);
	}).toPass({ timeout: 15_000 });
});

test('switching a layer off takes its places off the map, and on again brings them back', async () => {
	const { x, y } = await pixelOf(page, borderRegion, anchorOf('bobrowniki-bierestowica-road'));
	const layer = page.getByRole('checkbox', { name: 'Crossing points' });
	await layer.uncheck();
	await expect(async () => {
		await page.mouse.click(x, y);
		await expect(page.locator('[data-popup="border"]')).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.keyboard.press('Escape');
	await layer.check();
	await expect(async () => {
		await page.mouse.click(x, y);
		await expect(page.locator('[data-popup="bobrowniki-bierestowica-road"]')).toBeVisible({ timeout: 500 });
	}).toPass();
});

/** A view that shows something of the layer. */
function viewOf(layer: string): (typeof story.views)[number] {
	const anchors = story.places.flatMap((place) =>
		place.layer === layer && place.anchor ? [place.anchor] : []
	);
	const shows = ({ bbox: [west, south, east, north] }: (typeof story.views)[number]): boolean =>
		anchors.some(([x = 0, y = 0]) => x > west && x < east && y > south && y < north);
	return story.views.find(shows) ?? borderRegion;
}

for (const { id, label } of story.layers)
	test(`the switch "${label}" takes its layer off the still map and the live one, and brings it back`, async () => {
		await viewButton(page, viewOf(id).label).click();
		const map = page.locator('.live canvas');
		const still = page.locator(`.still [data-layer="${id}"]`);
		const layer = page.getByRole('checkbox', { name: label, exact: true });
		const on = await settled(map);
		await layer.uncheck();
		await expect.poll(async () => difference(page, on, await pictureOf(map), 8)).toBeGreaterThan(0);
		for (const drawn of await still.all()) await expect(drawn).toHaveAttribute('hidden');
		const off = await settled(map);
		await layer.check();
		// It is back where it was, though a name may stand on another side of its place.
		const own = await difference(page, on, off, 8);
		await expect.poll(async () => difference(page, off, await pictureOf(map), 8)).toBeGreaterThan(own / 2);
		await expect.poll(async () => difference(page, on, await pictureOf(map), 8)).toBeLessThan(0.02);
		for (const drawn of await still.all()) await expect(drawn).not.toHaveAttribute('hidden');
	});

/** The picture of a map that has come to rest. */
async function settled(map: Locator): Promise<Buffer> {
	let last = await pictureOf(map);
	await expect(async () => {
		const before = last;
		last = await pictureOf(map);
		expect(await difference(page, before, last, 8)).toBe(0);
	}).toPass();
	return last;
}

test('a passage chosen in the list frames its places on the map', async () => {
	await page.locator('#going-to-germany .frame').click();
	expect(new URL(page.url()).hash).toBe('#going-to-germany');
	await expect(openCards(page)).toHaveCount(0);
	const germany = story.places.find(({ id }) => id === 'germany');
	const box = await page.locator('.ground').boundingBox();
	await expect(async () => {
		await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
		await expect(page.locator(`[data-popup="${germany?.id}"]`)).toBeVisible({ timeout: 500 });
	}).toPass();
});

test('following a place does not scroll the list beside the map', async () => {
	const control = page.locator('main section a[data-place="iraq"]');
	await control.scrollIntoViewIfNeeded();
	const before = await page.evaluate(() => scrollY);
	await control.click();
	await expectCard(page, 'iraq');
	expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(3);
});
