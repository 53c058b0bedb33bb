/** A reader's visit in any engine: what the tests of all three ask of a browser, and no more. */
import type { Story } from '../../../src/lib/model/story';
import { expect } from '@playwright/test';

export interface Point {
	x: number;
	y: number;
}

export interface Visitor {
	/** What the page and its frames threw or logged; empty for an engine that tells nobody. */
	faults: string[];
	open(address: string): Promise<void>;
	/** In CSS pixels, of what shows the page. */
	resize(width: number, height: number): Promise<void>;
	/** Runs in the page, or in its frame of this number. */
	evaluate<Result, Argument>(
		task: (argument: Argument) => Result,
		argument: Argument,
		frame?: number
	): Promise<Result>;
	/** As a hand does it, at a point of the page. */
	press(point: Point): Promise<void>;
	key(name: 'Tab' | 'Enter' | 'Escape'): Promise<void>;
	/** A PNG of what is in view. */
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

/** Of the elements that match, in their order, the text of those that are displayed. */
export const shownTexts = (visitor: Visitor, selector: string, frame?: number): Promise<string[]> =>
	visitor.evaluate(
		(selector) =>
			Array.from(document.querySelectorAll(selector))
				.filter((element) => element.getClientRects().length > 0)
				.map((element) => element.textContent),
		selector,
		frame
	);

/** The whole list, as it is displayed, is the story's. */
export async function expectPassages(visitor: Visitor, { passages }: Story, frame?: number): Promise<void> {
	const quotes = passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote);
	await expect.poll(() => shownTexts(visitor, 'main ol blockquote', frame)).toEqual(quotes);
}

/** The card of this place is displayed, and only it, with these passages and nothing else. */
export async function expectCard(
	visitor: Visitor,
	place: string,
	passages: Story['passages'],
	frame?: number
): Promise<void> {
	const shown = (): Promise<string[]> =>
		visitor.evaluate(
			() =>
				Array.from(document.querySelectorAll<HTMLElement>('[data-popup]'))
					.filter((card) => card.getClientRects().length > 0)
					.map(({ dataset }) => dataset['popup'] ?? ''),
			undefined,
			frame
		);
	await expect.poll(shown).toEqual([place]);
	await expect
		.poll(() => shownTexts(visitor, `[data-popup="${place}"] blockquote`, frame))
		.toEqual(passages.map(({ quote }) => quote));
}

/** The middle of the first element that matches, on the page, once it stands still. */
export async function middleOf(visitor: Visitor, selector: string, frame?: number): Promise<Point> {
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
			const before = box;
			box = await boxOf(selector, frame);
			return box.width > 0 && JSON.stringify(box) === JSON.stringify(before);
		})
		.toBe(true);
	const around = frame === undefined ? { x: 0, y: 0 } : await boxOf(`iframe:nth-of-type(${frame + 1})`);
	return { x: around.x + box.x + box.width / 2, y: around.y + box.y + box.height / 2 };
}

/** Where the map shows the symbol of a place, while it shows its first view: the still one says it, displayed or not. */
export async function symbolOf(visitor: Visitor, place: string, frame?: number): Promise<Point> {
	const middle = await middleOf(visitor, '.ground', frame);
	const { x, y } = await visitor.evaluate(
		(place) => {
			const ground = document.querySelector('.ground')!;
			const mark = document.querySelector<SVGGElement>(`.still a[data-place="${place}"] > g`)!;
			const { e, f } = mark.transform.baseVal.consolidate()!.matrix;
			const unit = Math.min(ground.clientWidth, ground.clientHeight) / 1000;
			return { x: (e - 500) * unit, y: (f - 500) * unit };
		},
		place,
		frame
	);
	return { x: middle.x + x, y: middle.y + y };
}
