/** The tests that run in all engines: Chromium, Firefox and WebKit. */
import { expect } from '@playwright/test';
import { palette } from '../../src/lib/style/palette';
import { test } from '../support/engines/engines';
import { serveHost } from '../support/browser/host-page';
import { shareOfColour } from '../support/browser/picture';
import {
	expectCard,
	expectMapState,
	expectPassages,
	switchCommentsOn,
	centerOf,
	visibleTexts,
	symbolPosition,
	type Visitor
} from '../support/engines/visitor';
import { expectedPassages, passagesOf, site, story } from '../support/browser/page';
import { firstOf, ALL_ROUNDS } from '../support/rounds';

/** URLs of the site with a policy that allows no script, and of a site that was built without SITE_URL. */
const siteWithoutScript = (): string => process.env['SCRIPTLESS_SITE'] ?? '';
const siteWithoutUrl = (): string => process.env['UNNAMED_SITE'] ?? '';

/** A crossing far from every other symbol. */
const crossing = 'slawatycze-domaczewo-road';
const iframe = (url: string, attributes = '', width = 900): string =>
	`<iframe src="${url}" width="${width}" height="640" style="border:0" ${attributes}></iframe>`;

/** The screenshot shows that the live map, a part of the page, has rendered the ground of the first side of the border. */
async function expectLand(visitor: Visitor, colour: string): Promise<void> {
	await expect.poll(async () => shareOfColour(await visitor.screenshot(), colour)).toBeGreaterThan(0.1);
}

test('the page shows every quote and the live map, and comments when they are switched on', async ({
	visitor
}) => {
	await visitor.open(site());
	await expectPassages(visitor, story);
	await expectMapState(visitor, 'live');
	await expectLand(visitor, palette.light.side1);
	await switchCommentsOn(visitor);
	await expect
		.poll(() => visibleTexts(visitor, 'main ol blockquote'))
		.toEqual(story.passages.map(({ quote }) => quote));
	expect(visitor.errors).toEqual([]);
});

test('a link opens a card, and Escape closes it', ALL_ROUNDS, async ({ visitor }) => {
	await visitor.open(`${site()}#border-camp`);
	await expectCard(visitor, 'border-camp', passagesOf('border-camp'));
	await expect
		.poll(async () => {
			// The card may not be hydrated yet.
			await visitor.pressKey('Escape');
			return visibleTexts(visitor, '[data-popup]');
		})
		.toEqual([]);
	expect(visitor.errors).toEqual([]);
});

test('a click on the still map and on the live map opens a card', ALL_ROUNDS, async ({ visitor }) => {
	await visitor.open(`${site()}embed/?start=click`);
	await visitor.click(await symbolPosition(visitor, crossing));
	await expectCard(visitor, crossing, expectedPassages(crossing));
	await visitor.open(`${site()}embed/?start=live`);
	await expectMapState(visitor, 'live');
	await visitor.click(await symbolPosition(visitor, crossing));
	await expectCard(visitor, crossing, expectedPassages(crossing));
	expect(visitor.errors).toEqual([]);
});

test('the keyboard opens a card', ALL_ROUNDS, async ({ visitor }) => {
	await visitor.open(site());
	const focused = (): Promise<string | undefined> =>
		visitor.evaluate(
			() => document.activeElement?.closest<HTMLElement>('main a[data-place]')?.dataset['place'],
			undefined
		);
	let place: string | undefined;
	for (let stops = 0; stops < 40 && !place; stops++) {
		await visitor.pressKey('Tab');
		place = await focused();
	}
	expect(place).toBeDefined();
	await visitor.pressKey('Enter');
	await expectCard(visitor, place!, expectedPassages(place!));
	expect(visitor.errors).toEqual([]);
});

for (const sandbox of firstOf(['sandbox="allow-scripts"', '']))
	test(`in a frame of another site the map is live, and the host can select and listen ${sandbox}`, async ({
		visitor
	}) => {
		const script = `<script>received = []; onmessage = ({ data }) => received.push(data)</script>`;
		await using host = await serveHost(script + iframe(`${site()}embed/`, sandbox));
		await visitor.open(host.address);
		await expectPassages(visitor, story, 0);
		await expectMapState(visitor, 'live', 0);
		await expectLand(visitor, palette.light.side1);
		await visitor.click(await symbolPosition(visitor, crossing, 0));
		await expectCard(visitor, crossing, expectedPassages(crossing), 0);

		const signature = { type: 'border-passages', version: 1 };
		const send = (message: object): Promise<void> =>
			visitor.evaluate((message) => frames[0]!.postMessage(message, '*'), { ...signature, ...message });
		const receivedSelections = (): Promise<unknown[]> =>
			visitor.evaluate(
				() =>
					(globalThis as unknown as { received: { is?: string }[] }).received.filter(
						({ is }) => is === 'selection'
					),
				undefined
			);
		await send({ do: 'listen' });
		await send({ do: 'select', id: 'border-camp' });
		await expectCard(visitor, 'border-camp', passagesOf('border-camp'), 0);
		await send({ do: 'clear' });
		await expect.poll(receivedSelections).toEqual(
			[crossing, 'border-camp', undefined].map((id) => ({
				...signature,
				is: 'selection',
				...(id && { id })
			}))
		);
		expect(visitor.errors).toEqual([]);
	});

test(
	'in a sandboxed frame of a site built without SITE_URL everything can be read, with or without the live map',
	ALL_ROUNDS,
	async ({ visitor }, { project }) => {
		await using host = await serveHost(iframe(`${siteWithoutUrl()}embed/`, 'sandbox="allow-scripts"'));
		await visitor.open(host.address);
		await expectPassages(visitor, story, 0);
		// In a sandboxed frame 'self' matches nothing in WebKit, so the script is blocked.
		const state = project.name === 'webkit' ? 'still' : 'live';
		await expectMapState(visitor, state, 0);
		await visitor.click(await symbolPosition(visitor, 'border-camp', 0));
		await expectCard(visitor, 'border-camp', passagesOf('border-camp'), 0);
		await expectMapState(visitor, state, 0);
	}
);

test('without script, links open cards and every quote can be read', ALL_ROUNDS, async ({ visitor }) => {
	await visitor.open(siteWithoutScript());
	await expectPassages(visitor, story);
	await visitor.click(await symbolPosition(visitor, 'border-camp'));
	await expectCard(visitor, 'border-camp', passagesOf('border-camp'));
	await visitor.click(await centerOf(visitor, '[data-popup="border-camp"] .close'));
	await expect.poll(() => visibleTexts(visitor, '[data-popup]')).toEqual([]);
	await switchCommentsOn(visitor);
	await expect
		.poll(() => visibleTexts(visitor, 'main ol blockquote'))
		.toEqual(story.passages.map(({ quote }) => quote));
	await expectMapState(visitor, 'still');
});

test('signs of the still map have the same size in frames of any width', ALL_ROUNDS, async ({ visitor }) => {
	const widths = [280, 400, 640, 900, 1280];
	const url = `${site()}embed/?start=click`;
	await using host = await serveHost(widths.map((width) => iframe(url, '', width)).join(''));
	await visitor.open(host.address);
	// CSS pixels: what can be pressed of a sign, which is drawn for three sizes of the map, of which one is shown.
	const intended = 24;
	for (const [number, width] of widths.entries()) {
		await expectMapState(visitor, 'still', number);
		const size = await visitor.evaluate(
			(place) =>
				[...document.querySelectorAll(`.still a[data-place="${place}"] .target`)]
					.map((target) => target.getBoundingClientRect().width)
					.filter((width) => width > 0)
					.join(),
			crossing,
			number
		);
		expect(Math.abs(Number(size) / intended - 1), `${size} px at ${width}`).toBeLessThan(0.1);
	}
});

test('the dark theme applies to the page and to the live map', ALL_ROUNDS, async ({ visitor }) => {
	await visitor.open(`${site()}embed/?theme=dark`);
	await expectMapState(visitor, 'live');
	await expectLand(visitor, palette.dark.side1);
	const background = (): Promise<string> =>
		visitor.evaluate(() => getComputedStyle(document.documentElement).backgroundColor, undefined);
	const channels = [1, 3, 5].map((from) => parseInt(palette.dark.paper.slice(from, from + 2), 16));
	expect(await background()).toBe(`rgb(${channels.join(', ')})`);
	expect(visitor.errors).toEqual([]);
});
