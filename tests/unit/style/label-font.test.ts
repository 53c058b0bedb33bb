/** The font of the live map: the page's, or the system's if that does not load in time. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inSystemFont, isFontLoaded } from '$lib/style/label-font';
import { buildStyle } from '$lib/style/style';
import { mapDataOf } from '$lib/server/publish/map-data';
import { theStory } from '../../support/story/story';

const useFonts = (...fonts: { family: string; load: () => Promise<unknown> }[]): void => {
	vi.stubGlobal('document', { fonts: new Set(fonts) });
};
const loads = () => Promise.resolve();
const fails = () => Promise.reject(new Error('refused'));
const hangs = () => new Promise(() => undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test.each([
	['loads', { family: 'BP Sans', load: loads }, true],
	['loads, in Firefox', { family: '"BP Sans"', load: loads }, true],
	['fails', { family: 'BP Sans', load: fails }, false],
	['is not declared', { family: 'BP Serif', load: loads }, false]
])('a font that %s', async (_name, font, loaded) => {
	useFonts(font);
	expect(await isFontLoaded()).toBe(loaded);
});

test('every file of the font is needed', async () => {
	useFonts({ family: 'BP Sans', load: loads }, { family: 'BP Sans', load: fails });
	expect(await isFontLoaded()).toBe(false);
});

test('a font that never arrives is awaited for 300 ms', async () => {
	useFonts({ family: 'BP Sans', load: hangs });
	let loaded: boolean | undefined;
	void isFontLoaded().then((result) => (loaded = result));
	await vi.advanceTimersByTimeAsync(299);
	expect(loaded).toBeUndefined();
	await vi.advanceTimersByTimeAsync(1);
	expect(loaded).toBe(false);
});

test('without the font, every label has that of the system, at the same weight, and nothing else changes', () => {
	const style = buildStyle(mapDataOf(theStory()), { theme: 'light', hidden: new Set() });
	const system = inSystemFont(style);
	expect(JSON.stringify(style)).toContain('"BP Sans"');
	expect(JSON.stringify(system)).toBe(JSON.stringify(style).replaceAll('"BP Sans"', '"sans-serif"'));
});
