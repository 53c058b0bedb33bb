/** The still map and the live map show the same places at the same positions in the same colours. */
import { expect, test, type Page } from '@playwright/test';
import { openLive, signPixelOf, site, story } from '../../support/browser/page';
import { findSymbols, layerColour, SEARCH_RADIUS, type ExpectedSymbol } from '../../support/browser/pixels';

type PlaceSymbol = ExpectedSymbol & { place: string };

/** Symbols of the first view that are far enough apart. */
async function symbolsOf(page: Page): Promise<PlaceSymbol[]> {
	const [view] = story.views;
	if (!view) throw new Error('The story has no view.');
	const [west = 0, south = 0, east = 0, north = 0] = view.bbox;
	const symbols: PlaceSymbol[] = [];
	for (const { id, layer, anchor, on, within } of story.places) {
		const [x = 0, y = 0] = anchor ?? [];
		if (!anchor || !(on || within) || id === 'grodno-region') continue;
		if (x < west || x > east || y < south || y > north) continue;
		symbols.push({
			place: id,
			...(await signPixelOf(page, id)),
			colour: layerColour(layer)
		});
	}
	return symbols.filter((symbol) =>
		symbols.every(
			(other) => other === symbol || Math.hypot(other.x - symbol.x, other.y - symbol.y) > 2 * SEARCH_RADIUS
		)
	);
}

test('every symbol is within 3 px of the same position on both maps, and the land has the same colour', async ({
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
	const symbols = await symbolsOf(page);
	expect(symbols.length).toBeGreaterThan(5);
	const live = await findSymbols(page, await page.screenshot(), symbols);

	// Script is enabled but not loaded, so that the layout is the same as with script.
	const context = await browser.newContext(settings);
	const stillPage = await context.newPage();
	await stillPage.route('**/*.js', (route) => route.abort());
	await stillPage.goto(site());
	const still = await findSymbols(page, await stillPage.screenshot(), symbols);
	await context.close();

	for (const [index, { place }] of symbols.entries()) {
		const [a, b] = [live.centers[index], still.centers[index]];
		expect(a, `${place} on the live map`).not.toBeNull();
		expect(b, `${place} on the still map`).not.toBeNull();
		expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 99), (a?.y ?? 0) - (b?.y ?? 99)), place).toBeLessThanOrEqual(3);
	}
	expect(live.mainColour).toBe(still.mainColour);
});
