/** Records in every animation frame what the map of a page shows, and compares the ground of the live map with a still map. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { palette } from '../../../src/lib/style/palette';
import { channels } from './pixels';
import { story } from './page';

/**
 * What a frame shows: nothing, the still map with this label, or the live map. `wrong` is the share of points at which the
 * live map has land where the still map of a view has sea, or the other way round: of the views that it may show, the one
 * that it is most like.
 */
export interface Sample {
	still: string | undefined;
	live: boolean;
	wrong: number;
}

interface Recorder {
	/** Ids of the views that show what was asked for last. */
	views: string[];
	samples: Sample[];
}

const stillOf = (view: string): { land: string } =>
	JSON.parse(readFileSync(new URL(`../../../build/view/${view}.json`, import.meta.url), 'utf8')) as {
		land: string;
	};

/** To be called before the page is opened. It records in the page and in its frames. */
export async function recordFrames(page: Page, view: string): Promise<void> {
	const lands = Object.fromEntries(
		story.views.map(({ id, narrow }) => [id, { land: stillOf(id).land, isNarrow: narrow === true }])
	);
	const sea = channels(palette.light.sea);
	await page.addInitScript(
		({ view, lands, sea }) => {
			const recorder: Recorder = { views: [view], samples: [] };
			Object.assign(window, { recorder });
			// Otherwise the picture of the canvas is gone when it is read.
			const original = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (
				this: HTMLCanvasElement,
				type: string,
				options?: object
			) {
				return Reflect.apply(original, this, [type, { ...options, preserveDrawingBuffer: true }]);
			} as typeof original;
			const paths = new Map(
				Object.entries(lands).map(([id, { land, isNarrow }]) => [id, { land: new Path2D(land), isNarrow }])
			);
			const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

			/** Over a grid of points, without those near a coast, where simplified outlines differ. */
			const compareGround = (canvas: HTMLCanvasElement, view: string): number => {
				const drawn = paths.get(view);
				if (!copy || !drawn) return 1;
				const { clientWidth: width, clientHeight: height } = canvas;
				[copy.canvas.width, copy.canvas.height] = [width, height];
				copy.drawImage(canvas, 0, 0, width, height);
				const { data } = copy.getImageData(0, 0, width, height);
				const covered = parseFloat(getComputedStyle(canvas).getPropertyValue('--key-width')) || 0;
				const units = 1000 / Math.min(drawn.isNarrow ? 2 * width : width - covered, height);
				const middle = (covered + width) / 2;
				const isLand = (x: number, y: number): boolean =>
					copy.isPointInPath(drawn.land, (x - middle) * units + 500, (y - height / 2) * units + 500);
				let [points, wrong] = [0, 0];
				for (let x = 4; x < width; x += 16)
					for (let y = 4; y < height; y += 16) {
						const expected = isLand(x, y);
						const around = [-12, 0, 12].flatMap((dx) => [-12, 0, 12].map((dy) => isLand(x + dx, y + dy)));
						if (around.some((each) => each !== expected)) continue;
						const at = (y * width + x) * 4;
						// The sea is what the style does not draw.
						const isSea =
							data[at + 3] === 0 ||
							sea.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) < 6);
						points++;
						if (isSea === expected) wrong++;
					}
				return wrong / points;
			};
			const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
			const sample = (): void => {
				const still = [...document.querySelectorAll('.still svg')].find(isVisible);
				const canvas = document.querySelector<HTMLCanvasElement>('.live canvas');
				const live = canvas !== null && isVisible(canvas);
				recorder.samples.push({
					still: still?.getAttribute('aria-label') ?? undefined,
					live,
					wrong: live ? Math.min(...recorder.views.map((view) => compareGround(canvas, view))) : 0
				});
				requestAnimationFrame(sample);
			};
			document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(sample));
		},
		{ view, lands, sea }
	);
}

/** The page, or a frame in it. */
export type Target = Pick<Frame, 'evaluate'>;

/** Forgets the samples so far and, in the same task, clicks the element, which asks for what these views show. */
export const askByClick = (target: Target, views: string[], selector: string): Promise<void> =>
	target.evaluate(
		({ views, selector }) => {
			const { recorder } = window as unknown as { recorder: Recorder };
			[recorder.views, recorder.samples] = [views, []];
			document.querySelector<HTMLElement>(selector)?.click();
		},
		{ views, selector }
	);

/** The same with the button "Back" of the browser. */
export const askByBack = (target: Target, view: string): Promise<void> =>
	target.evaluate((view) => {
		const { recorder } = window as unknown as { recorder: Recorder };
		const forget = (): void => void ([recorder.views, recorder.samples] = [[view], []]);
		addEventListener('popstate', forget, { once: true });
		history.back();
	}, view);

export const recordedFrames = (target: Target): Promise<Sample[]> =>
	target.evaluate(() => (window as unknown as { recorder: Recorder }).recorder.samples);
