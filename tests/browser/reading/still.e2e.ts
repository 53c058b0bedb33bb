/** The still map and the live one are the same map: same places, same spots, same colours. */
import { expect, test, type Page } from '@playwright/test';
import { openLive, pixelOf, site, story } from '../../support/browser/page';
import { layerColour, look, REACH, type Spot } from '../../support/browser/pixels';

type PlacedSpot = Spot & { place: string };

/** Symbols of the first view that stand clear of each other. */
async function spotsOf(page: Page): Promise<PlacedSpot[]> {
	const [view] = story.views;
	if (!view) throw new Error('The story has no view.');
	const [west = 0, south = 0, east = 0, north = 0] = view.bbox;
	const spots: PlacedSpot[] = [];
	for (const { id, layer, anchor, on, within } of story.places) {
		const [x = 0, y = 0] = anchor ?? [];
		if (!anchor || !(on || within) || id === 'grodno-region') continue;
		if (x < west || x > east || y < south || y > north) continue;
		spots.push({
			place: id,
			...(await pixelOf(page, view, anchor)),
			colour: layerColour(layer)
		});
	}
	return spots.filter((spot) =>
		spots.every((other) => other === spot || Math.hypot(other.x - spot.x, other.y - spot.y) > 2 * REACH)
	);
}

test('every symbol of the still map is within 3 px of the live one, on the same ground', async ({
	page,
	browser
}) => {
	const settings = {
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		colorScheme: 'light'
	} as const;
	await page.setViewportSize(settings.viewport);
	await openLive(page);
	const spots = await spotsOf(page);
	expect(spots.length).toBeGreaterThan(5);
	const live = await look(page, await page.screenshot(), spots);

	// Its script is on its way, and the room of what it will show is kept.
	const context = await browser.newContext(settings);
	const stillPage = await context.newPage();
	await stillPage.route('**/*.js', (route) => route.abort());
	await stillPage.goto(site());
	const still = await look(page, await stillPage.screenshot(), spots);
	await context.close();

	for (const [index, { place }] of spots.entries()) {
		const [a, b] = [live.middles[index], still.middles[index]];
		expect(a, `${place} on the live map`).not.toBeNull();
		expect(b, `${place} on the still map`).not.toBeNull();
		expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 99), (a?.y ?? 0) - (b?.y ?? 99)), place).toBeLessThanOrEqual(3);
	}
	expect(live.ground).toBe(still.ground);
});
