/** What the tests of all engines need of a browser, and the checks that they share. */
import type { Story } from '../../../src/lib/model/story';
import { expect } from '@playwright/test';

export interface Point {
	x: number;
	y: number;
}

/** A page in some engine. */
export interface Visitor {
	/**
	 * Errors that the page and its frames have thrown or logged; always empty in WebKit, whose driver does not report
	 * them.
	 */
	errors: string[];
	open(address: string): Promise<void>;
	/** Sets the size of the viewport in CSS pixels. */
	resize(width: number, height: number): Promise<void>;
	/** Runs the function in the page, or in the frame with this index. */
	evaluate<Result, Argument>(
		task: (argument: Argument) => Result,
		argument: Argument,
		frame?: number
	): Promise<Result>;
	/** A real click at a point of the viewport. */
	click(point: Point): Promise<void>;
	pressKey(name: 'Tab' | 'Enter' | 'Escape'): Promise<void>;
	/** A PNG of the viewport. */
	screenshot(): Promise<Buffer>;
	close(): Promise<void>;
}

export const mapState = (visitor: Visitor, frame?: number): Promise<string | undefined> =>
	visitor.evaluate(() => document.querySelector<HTMLElement>('[data-map]')?.dataset['map'], undefined, frame);

export async function expectMapState(
	visitor: Visitor,
	state: 'still' | 'live',
	frame?: number
): Promise<void> {
	await expect.poll(() => mapState(visitor, frame), { timeout: 60_000 }).toBe(state);
}

/** The texts of all displayed elements that match the selector, in document order. */
export const visibleTexts = (visitor: Visitor, selector: string, frame?: number): Promise<string[]> =>
	visitor.evaluate(
		(selector) =>
			Array.from(document.querySelectorAll(selector))
				.filter((element) => element.getClientRects().length > 0)
				.map((element) => element.textContent),
		selector,
		frame
	);

/** The list displays all passages except comments. */
export async function expectPassages(visitor: Visitor, { passages }: Story, frame?: number): Promise<void> {
	const quotes = passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote);
	await expect.poll(() => visibleTexts(visitor, 'main ol blockquote', frame)).toEqual(quotes);
}

/** The comments of the republisher are switched on in the key, which stands open or behind its button. */
export async function switchCommentsOn(visitor: Visitor): Promise<void> {
	const isClosed = await visitor.evaluate(
		() => document.querySelector('.key summary')!.getClientRects().length > 0,
		undefined
	);
	if (isClosed) await visitor.click(await centerOf(visitor, '.key summary'));
	// The panel of the key may scroll.
	await visitor.evaluate(
		() => document.querySelector('#comments')!.scrollIntoView({ block: 'nearest' }),
		undefined
	);
	await visitor.click(await centerOf(visitor, '#comments'));
}

/** The card of this place, and no other, is displayed, with exactly these passages. */
export async function expectCard(
	visitor: Visitor,
	place: string,
	passages: Story['passages'],
	frame?: number
): Promise<void> {
	const openPlaces = (): Promise<string[]> =>
		visitor.evaluate(
			() =>
				Array.from(document.querySelectorAll<HTMLElement>('[data-popup]'))
					.filter((card) => card.getClientRects().length > 0)
					.map(({ dataset }) => dataset['popup'] ?? ''),
			undefined,
			frame
		);
	await expect.poll(openPlaces).toEqual([place]);
	await expect
		.poll(() => visibleTexts(visitor, `[data-popup="${place}"] blockquote`, frame))
		.toEqual(passages.slice(0, 1).map(({ quote }) => quote));
}

/**
 * The center of the first element that matches the selector, in the viewport of the page, once it does not move any
 * more.
 */
export async function centerOf(visitor: Visitor, selector: string, frame?: number): Promise<Point> {
	const boxOf = (selector: string, frame?: number) =>
		visitor.evaluate(
			(selector) => {
				const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect();
				return { x, y, width, height };
			},
			selector,
			frame
		);
	let box = await boxOf(selector, frame);
	await expect
		.poll(async () => {
			const previous = box;
			box = await boxOf(selector, frame);
			return box.width > 0 && JSON.stringify(box) === JSON.stringify(previous);
		})
		.toBe(true);
	const frameBox = frame === undefined ? { x: 0, y: 0 } : await boxOf(`iframe:nth-of-type(${frame + 1})`);
	return { x: frameBox.x + box.x + box.width / 2, y: frameBox.y + box.y + box.height / 2 };
}

/**
 * Where the symbol of a place is while a map shows the first view. The still map in the document tells it, visible or
 * not.
 */
export async function symbolPosition(visitor: Visitor, place: string, frame?: number): Promise<Point> {
	const center = await centerOf(visitor, '.ground', frame);
	const { x, y } = await visitor.evaluate(
		(place) => {
			const ground = document.querySelector('.ground')!;
			const mark = document.querySelector<SVGGElement>(`.still a[data-place="${place}"] > g`)!;
			const { e, f } = mark.transform.baseVal.consolidate()!.matrix;
			const isNarrow = document.querySelector('.still svg')!.classList.contains('narrow');
			const covered = parseFloat(getComputedStyle(ground).getPropertyValue('--key-width')) || 0;
			const { clientWidth: width, clientHeight: height } = ground;
			const unit = Math.min(isNarrow ? 2 * width : width - covered, height) / 1000;
			return { x: (e - 500) * unit + covered / 2, y: (f - 500) * unit };
		},
		place,
		frame
	);
	return { x: center.x + x, y: center.y + y };
}
