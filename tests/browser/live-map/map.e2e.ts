/** Clicks, layers and views of the live map. All tests use the same page, as a reader would. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { LineString } from 'geojson';
import { openKey, viewButton } from '../../support/browser/alive';
import { difference, screenshotOf } from '../../support/browser/drawn';
import { shareOfColour } from '../../support/browser/picture';
import { layerColour } from '../../support/browser/pixels';
import {
	expectCard,
	openCards,
	openLive,
	pixelOf,
	places,
	signPixelOf,
	story
} from '../../support/browser/page';
import { firstOf } from '../../support/rounds';

test.use({ viewport: { width: 1280, height: 800 } });

interface Point {
	x: number;
	y: number;
}

const viewOfId = (id: string): (typeof story.views)[number] =>
	story.views.find((view) => view.id === id) ?? story.views[0];
const borderRegion = viewOfId('border-region');
const originCountries = viewOfId('origins');
const anchorOf = (place: string): number[] => story.places.find(({ id }) => id === place)?.anchor ?? [];

/** The vertices of the southern end of the border, those first that are furthest from all other places and their signs. */
function borderPositions(): number[][] {
	const line = places.features.find(({ id }) => id === 'border')?.geometry as LineString;
	const anchors = story.places.flatMap(({ id, anchor }) => (anchor && id !== 'border' ? [anchor] : []));
	const distance = ([x = 0, y = 0]: number[]): number =>
		Math.min(...anchors.map(([a = 0, b = 0]) => Math.hypot((a - x) * 0.6, b - y)));
	const atEnd = line.coordinates.filter(([, latitude = 0]) => latitude < 51.65);
	return atEnd.sort((a, b) => distance(b) - distance(a));
}

/** The first of the positions that nothing covers, once the live map shows the view. */
async function uncovered(view: (typeof story.views)[number], positions: number[][]): Promise<Point> {
	// The card of the last test may have moved the map.
	await finalScreenshot(page.locator('.live canvas'));
	for (const position of positions) {
		const point = await pixelOf(page, view, position);
		const isMap = await page.evaluate(
			({ x, y }) => document.elementFromPoint(x, y)?.closest('.live') !== null,
			point
		);
		if (isMap) return point;
	}
	throw new Error('Controls cover all of the positions.');
}

const clicks = [
	{ place: 'border-camp', view: borderRegion, positions: [anchorOf('border-camp')] },
	{ place: 'border', view: borderRegion, positions: borderPositions() },
	{
		place: 'bobrowniki-bierestowica-road',
		view: borderRegion,
		positions: [anchorOf('bobrowniki-bierestowica-road')]
	},
	{ place: 'bialowieza-piererow', view: borderRegion, positions: [anchorOf('bialowieza-piererow')] },
	{ place: 'rudawka-lesnaja-river', view: borderRegion, positions: [anchorOf('rudawka-lesnaja-river')] },
	{ place: 'syria', view: originCountries, positions: [anchorOf('syria')] },
	{ place: 'iraq', view: originCountries, positions: [anchorOf('iraq')] },
	{ place: 'turkey', view: originCountries, positions: [anchorOf('turkey')] }
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
	await expect(page.locator('.live canvas')).toBeVisible();
});

test('a click on the sign of a place beside the line opens its card', async () => {
	const { x, y } = await signPixelOf(page, 'slawatycze-domaczewo-road');
	await page.mouse.click(x, y);
	await expectCard(page, 'slawatycze-domaczewo-road');
});

for (const { place, view, positions } of firstOf(clicks, 6)) {
	test(`a click on the map at ${place} opens its card and no other`, async () => {
		await viewButton(page, view.label).click();
		const { x, y } = await uncovered(view, positions);
		await page.mouse.click(x, y);
		await expectCard(page, place);
		expect(new URL(page.url()).hash).toBe(`#${place}`);
	});
}

test('a click on a country opens its card, and the camera does not move', async () => {
	// In Poland, between its names.
	const { x, y } = await uncovered(borderRegion, [[22.1, 53.4]]);
	await page.mouse.click(x, y);
	await expectCard(page, 'poland');
	await page.keyboard.press('Escape');
	await expect(openCards(page)).toHaveCount(0);
	await page.mouse.click(x, y);
	await expectCard(page, 'poland');
});

test('the card is beside its place, completely on the map, with a tip or a line that points to the place', async () => {
	await page.evaluate(() => (location.hash = 'border-camp'));
	const card = page.locator('[data-popup="border-camp"]');
	const pointer = page.locator('.cards [data-island] > .tip, .cards [data-island] > svg circle');
	await expect(pointer).toBeVisible();
	const map = await page.locator('.ground').boundingBox();
	const colour = layerColour('border-camp');
	await expect(async () => {
		const [box, point] = [await card.boundingBox(), await pointer.boundingBox()];
		expect(box && map && box.x >= map.x && box.x + box.width <= map.x + map.width).toBe(true);
		// The map has moved for the card, so the place is found by its colour.
		const [x, y] = [(point?.x ?? 0) + (point?.width ?? 0) / 2, (point?.y ?? 0) + (point?.height ?? 0) / 2];
		const around = { x: x - 40, y: y - 12, width: 60, height: 24 };
		expect(shareOfColour(await page.screenshot({ clip: around }), colour)).toBeGreaterThan(0.01);
	}).toPass({ timeout: 15_000 });
});

test('places of a layer that is switched off cannot be clicked, and can be again when it is switched on', async () => {
	const { x, y } = await uncovered(borderRegion, [anchorOf('bobrowniki-bierestowica-road')]);
	const layer = page.getByRole('checkbox', { name: 'Crossing points' });
	await openKey(page);
	await layer.uncheck();
	await finalScreenshot(page.locator('.live canvas'));
	await page.mouse.click(x, y);
	await expect(page.locator('[data-popup="border"]')).toBeVisible();
	await page.keyboard.press('Escape');
	await layer.check();
	await viewButton(page, borderRegion.label).click();
	await finalScreenshot(page.locator('.live canvas'));
	await page.mouse.click(x, y);
	await expect(page.locator('[data-popup="bobrowniki-bierestowica-road"]')).toBeVisible();
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

for (const { id, label } of firstOf(story.layers))
	test(`the checkbox "${label}" hides its layer on the still map and the live map, and shows it again`, async () => {
		await viewButton(page, viewOf(id).label).click();
		const map = page.locator('.live canvas');
		const still = page.locator(`.still [data-layer="${id}"]`);
		const layer = page.getByRole('checkbox', { name: label, exact: true });
		await openKey(page);
		const on = await finalScreenshot(map);
		await layer.uncheck();
		await expect.poll(async () => difference(page, on, await screenshotOf(map), 8)).toBeGreaterThan(0);
		for (const element of await still.all()) await expect(element).toHaveAttribute('hidden');
		const off = await finalScreenshot(map);
		await layer.check();
		// The layer looks the same again, except that MapLibre may place a name on another side.
		const layerShare = await difference(page, on, off, 8);
		await expect
			.poll(async () => difference(page, off, await screenshotOf(map), 8))
			.toBeGreaterThan(layerShare / 2);
		await expect.poll(async () => difference(page, on, await screenshotOf(map), 8)).toBeLessThan(0.02);
		for (const element of await still.all()) await expect(element).not.toHaveAttribute('hidden');
	});

/** A screenshot of a map that does not change any more. */
async function finalScreenshot(map: Locator): Promise<Buffer> {
	let last = await screenshotOf(map);
	await expect(async () => {
		const previous = last;
		last = await screenshotOf(map);
		expect(await difference(page, previous, last, 8)).toBe(0);
	}).toPass();
	return last;
}

test('the number of a passage selects it, and fits its places into the map', async () => {
	await page.locator('#going-to-germany .number').click();
	expect(new URL(page.url()).hash).toBe('#going-to-germany');
	await expect(openCards(page)).toHaveCount(0);
	// Until then the still map of a view is shown.
	await expect(page.locator('.live canvas')).toBeVisible();
	const germany = story.places.find(({ id }) => id === 'germany');
	const box = await page.locator('.ground').boundingBox();
	await expect(async () => {
		await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
		await expect(page.locator(`[data-popup="${germany?.id}"]`)).toBeVisible({ timeout: 500 });
	}).toPass();
});

test('opening a place from the list does not scroll the page', async () => {
	const control = page.locator('main section a[data-place="iraq"]');
	await control.scrollIntoViewIfNeeded();
	const before = await page.evaluate(() => scrollY);
	await control.click();
	await expectCard(page, 'iraq');
	expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(3);
});
