/** What every engine must show, by one reader's hands and eyes: Chromium, Firefox and WebKit. */
import { expect } from '@playwright/test';
import { palette } from '../../src/lib/style/palette';
import { test } from '../support/engines/engines';
import { serveHost } from '../support/browser/host-page';
import { shareOf } from '../support/browser/picture';
import {
	expectCard,
	expectMapState,
	expectPassages,
	middleOf,
	shownTexts,
	symbolOf,
	type Visitor
} from '../support/engines/visitor';
import { expectedPassages, passagesAt, site, story } from '../support/browser/page';

const scriptless = (): string => process.env['SCRIPTLESS_SITE'] ?? '';
const unnamed = (): string => process.env['UNNAMED_SITE'] ?? '';

/** Far from every other symbol. */
const crossing = 'slawatycze-domaczewo-road';
const frame = (address: string, attributes = '', width = 900): string =>
	`<iframe src="${address}" width="${width}" height="640" style="border:0" ${attributes}></iframe>`;

/** A live map has drawn the land, in WebGL and on the screen. */
async function expectLand(visitor: Visitor, colour: string): Promise<void> {
	await expect.poll(async () => shareOf(await visitor.screenshot(), colour)).toBeGreaterThan(0.2);
}

test('the page: its map comes alive, every quote can be read, comments when asked for', async ({
	visitor
}) => {
	await visitor.open(site());
	await expectPassages(visitor, story);
	await expectMapState(visitor, 'live');
	await expectLand(visitor, palette.light.land);
	await visitor.press(await middleOf(visitor, '#comments'));
	await expect
		.poll(() => shownTexts(visitor, 'main ol blockquote'))
		.toEqual(story.passages.map(({ quote }) => quote));
	expect(visitor.faults).toEqual([]);
});

test('a card opens by its link, and Escape closes it', async ({ visitor }) => {
	await visitor.open(`${site()}#border-camp`);
	await expectCard(visitor, 'border-camp', passagesAt('border-camp'));
	await expect
		.poll(async () => {
			// The page's script may still be on its way.
			await visitor.key('Escape');
			return shownTexts(visitor, '[data-popup]');
		})
		.toEqual([]);
	expect(visitor.faults).toEqual([]);
});

test('a card opens by a press on the still map and on the live one', async ({ visitor }) => {
	await visitor.open(`${site()}embed/?start=click`);
	await visitor.press(await symbolOf(visitor, crossing));
	await expectCard(visitor, crossing, expectedPassages(crossing));
	await visitor.open(`${site()}embed/?start=live`);
	await expectMapState(visitor, 'live');
	await visitor.press(await symbolOf(visitor, crossing));
	await expectCard(visitor, crossing, expectedPassages(crossing));
	expect(visitor.faults).toEqual([]);
});

test('a card opens by the keyboard', async ({ visitor }) => {
	await visitor.open(site());
	const focused = (): Promise<string | undefined> =>
		visitor.evaluate(
			() => document.activeElement?.closest<HTMLElement>('main a[data-place]')?.dataset['place'],
			undefined
		);
	let place: string | undefined;
	for (let stops = 0; stops < 40 && !place; stops++) {
		await visitor.key('Tab');
		place = await focused();
	}
	expect(place).toBeDefined();
	await visitor.key('Enter');
	await expectCard(visitor, place!, expectedPassages(place!));
	expect(visitor.faults).toEqual([]);
});

for (const sandbox of ['', 'sandbox="allow-scripts"'])
	test(`in a frame of another site it lives, and hears its host ${sandbox}`, async ({ visitor }) => {
		const script = `<script>said = []; onmessage = ({ data }) => said.push(data)</script>`;
		await using host = await serveHost(script + frame(`${site()}embed/`, sandbox));
		await visitor.open(host.address);
		await expectPassages(visitor, story, 0);
		await expectMapState(visitor, 'live', 0);
		await expectLand(visitor, palette.light.land);
		await visitor.press(await symbolOf(visitor, crossing, 0));
		await expectCard(visitor, crossing, expectedPassages(crossing), 0);

		const signed = { type: 'border-passages', version: 1 };
		const say = (message: object): Promise<void> =>
			visitor.evaluate((message) => frames[0]!.postMessage(message, '*'), { ...signed, ...message });
		const news = (): Promise<unknown[]> =>
			visitor.evaluate(
				() =>
					(globalThis as unknown as { said: { is?: string }[] }).said.filter(({ is }) => is === 'selection'),
				undefined
			);
		await say({ do: 'listen' });
		await say({ do: 'select', id: 'border-camp' });
		await expectCard(visitor, 'border-camp', passagesAt('border-camp'), 0);
		await say({ do: 'clear' });
		await expect
			.poll(news)
			.toEqual(
				[crossing, 'border-camp', undefined].map((id) => ({ ...signed, is: 'selection', ...(id && { id }) }))
			);
		expect(visitor.faults).toEqual([]);
	});

test('of a site that was built without its address a sandboxed frame is complete, with script or without', async ({
	visitor
}, { project }) => {
	await using host = await serveHost(frame(`${unnamed()}embed/`, 'sandbox="allow-scripts"'));
	await visitor.open(host.address);
	await expectPassages(visitor, story, 0);
	// There WebKit takes 'self' for nobody.
	const state = project.name === 'webkit' ? 'still' : 'live';
	await expectMapState(visitor, state, 0);
	await visitor.press(await symbolOf(visitor, 'border-camp', 0));
	await expectCard(visitor, 'border-camp', passagesAt('border-camp'), 0);
	await expectMapState(visitor, state, 0);
});

test('where no script may run cards open by links, and every quote can be read', async ({ visitor }) => {
	await visitor.open(scriptless());
	await expectPassages(visitor, story);
	await visitor.press(await symbolOf(visitor, 'border-camp'));
	await expectCard(visitor, 'border-camp', passagesAt('border-camp'));
	await visitor.press(await middleOf(visitor, '[data-popup="border-camp"] .close'));
	await expect.poll(() => shownTexts(visitor, '[data-popup]')).toEqual([]);
	await visitor.press(await middleOf(visitor, '#comments'));
	await expect
		.poll(() => shownTexts(visitor, 'main ol blockquote'))
		.toEqual(story.passages.map(({ quote }) => quote));
	await expectMapState(visitor, 'still');
});

test('symbols of the still map are as large in a frame of any size', async ({ visitor }) => {
	const widths = [280, 400, 640, 900, 1280];
	const address = `${site()}embed/?start=click`;
	await using host = await serveHost(widths.map((width) => frame(address, '', width)).join(''));
	await visitor.open(host.address);
	// In pixels, as symbols.ts and StillMap.svelte say: the symbol of a place that is less sure, and what a finger hits.
	const intended = { symbol: 14.4 * 0.85, target: 24 };
	for (const [number, width] of widths.entries()) {
		await expectMapState(visitor, 'still', number);
		const size = await visitor.evaluate(
			(place) => {
				const mark = document.querySelector(`.still a[data-place="${place}"]`)!;
				// Engines differ in whether a box holds the line around a shape.
				const symbol = mark.querySelector<SVGPathElement>('.symbol')!;
				return {
					symbol: symbol.getBBox().width * symbol.getScreenCTM()!.a,
					target: mark.querySelector('.target')!.getBoundingClientRect().width
				};
			},
			crossing,
			number
		);
		for (const part of ['symbol', 'target'] as const)
			expect(Math.abs(size[part] / intended[part] - 1), `${part}: ${size[part]} px at ${width}`).toBeLessThan(
				0.1
			);
	}
});

test('the dark theme is dark, on paper and in the live map', async ({ visitor }) => {
	await visitor.open(`${site()}embed/?theme=dark`);
	await expectMapState(visitor, 'live');
	await expectLand(visitor, palette.dark.land);
	const paper = (): Promise<string> =>
		visitor.evaluate(() => getComputedStyle(document.documentElement).backgroundColor, undefined);
	const channels = [1, 3, 5].map((from) => parseInt(palette.dark.paper.slice(from, from + 2), 16));
	expect(await paper()).toBe(`rgb(${channels.join(', ')})`);
	expect(visitor.faults).toEqual([]);
});
