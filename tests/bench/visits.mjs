// The visits that are measured. Each comes with an empty cache, and gives its figures by name.
/* global bench, location, window */
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from './numbers.mjs';
import { probe } from './probe.mjs';

export const profiles = {
	desktop: { context: { viewport: { width: 1280, height: 800 } } },
	// A slow telephone on a slow line: a quarter of the processor, 1.6 Mbit/s, 150 ms until an answer begins.
	mobile: {
		context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
		slower: 4,
		line: { latency: 150, rate: 200 }
	}
};

/** Milliseconds: after a map has drawn, after a card was closed, and until something is given up. */
const SETTLE = 1000;
const REST = 500;
const PATIENCE = 60_000;
const PRESSES = 3;

const kinds = {
	/** By a link that names the place. */
	async link(visit, address) {
		await open(visit, `${address}#${visit.wanted.place}`);
		return { 'first quote by link': await visit.told('quote'), 'layout shift': await shift(visit) };
	},

	/** By a press, as soon as there is something to press. */
	async press(visit, address) {
		await open(visit, address, { presses: true });
		await press(visit);
		return { 'first quote by press': await visit.told('quote'), 'layout shift': await shift(visit) };
	},

	/** What a live map costs, and how soon a press on it shows the quote. */
	async live(visit, address) {
		const { page, asked } = visit;
		await open(visit, address);
		const drawn = await visit.told('drawn');
		await pause(SETTLE);
		const { tasks, origin } = await page.evaluate(() => ({ ...bench, origin: performance.timeOrigin }));
		const needed = asked.filter(({ at }) => at <= origin + drawn);
		const blocked = tasks.filter(([start]) => start <= drawn + SETTLE).map(([, duration]) => duration - 50);
		return {
			'live map drawn': drawn,
			'bytes until drawn': sum(needed.map(({ bytes }) => bytes)) / 1000,
			'blocking time': sum(blocked),
			'layout shift': await shift(visit),
			heap: await heap(visit),
			'press to quote': await pressToQuote(visit)
		};
	},

	/** Frames that nobody has scrolled to: what all cost the processor, and what one asks for besides its HTML. */
	async frames(visit, address) {
		const { page, asked } = visit;
		const before = await processors(visit);
		await open(visit, address);
		await page.waitForLoadState('load', { timeout: PATIENCE });
		await pause(2 * SETTLE);
		const after = await processors(visit);
		// What several ask for is counted once: one of them alone would ask for all of it.
		const besides = new Map(asked.filter(({ html }) => !html).map(({ path, bytes }) => [path, bytes]));
		const ofMaps = [...besides.keys()].filter((path) => /maplibre|\/live\.|map\.json/.test(path));
		return {
			'frames: processor': sum([...after].map(([id, seconds]) => seconds - (before.get(id) ?? 0))) * 1000,
			'frames: bytes besides HTML': sum([...besides.values()]) / 1000,
			'frames: files of the live map': ofMaps.length
		};
	},

	/** Whether the quote can be read where every other file is refused. */
	async alone(visit, address) {
		await visit.page.route('**/*', (route) =>
			route.request().resourceType() === 'document' ? route.continue() : route.abort()
		);
		await open(visit, `${address}#${visit.wanted.place}`);
		return { alone: (await visit.told('quote').catch(() => 0)) > 0 };
	}
};

/** `wanted`: the place that is pressed, and the passage that is to be read. */
export async function visit({ browser, server, profile, wanted }, kind, address) {
	const context = await browser.newContext(profile.context);
	try {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send('Network.enable');
		await devtools.send('Performance.enable');
		if (profile.slower) await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.slower });
		server.setLine(profile.line);
		server.asked.length = 0;
		const told = await listen(devtools);
		const all = {
			browser,
			page,
			devtools,
			wanted,
			told,
			touch: profile.context.hasTouch,
			asked: server.asked
		};
		const figures = await kinds[kind](all, address);
		const missing = server.asked.filter(({ found }) => !found).map(({ path }) => path);
		if (missing.length > 0) throw new Error(`not there: ${missing.join(', ')}`);
		return figures;
	} finally {
		await context.close();
	}
}

/** Gives what the probe tells of a thing: what it has told already, or the next that it tells. */
async function listen(devtools) {
	const ear = new EventEmitter();
	const heard = new Map();
	devtools.on('Runtime.bindingCalled', ({ payload }) => {
		heard.set(...JSON.parse(payload));
		ear.emit('heard');
	});
	await devtools.send('Runtime.enable');
	await devtools.send('Runtime.addBinding', { name: 'tell' });
	return async (what) => {
		const signal = AbortSignal.timeout(PATIENCE);
		while (!heard.has(what))
			await once(ear, 'heard', { signal }).catch(() => {
				throw new Error(`no ${what} within ${PATIENCE} ms`);
			});
		const value = heard.get(what);
		heard.delete(what);
		return value;
	};
}

async function open({ page, wanted }, address, { presses = false } = {}) {
	await page.addInitScript(probe, { ...wanted, presses });
	await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE });
}

async function press({ page, touch, told }) {
	const { x, y } = await told('spot');
	if (touch) await page.touchscreen.tap(x, y);
	else await page.mouse.click(x, y);
}

async function pressToQuote(visit) {
	const { page } = visit;
	const times = [];
	for (let count = 0; count < PRESSES; count++) {
		await page.evaluate(() => Object.assign(bench, { quote: 0, looking: true }));
		await press(visit);
		times.push((await visit.told('quote')) - (await page.evaluate(() => bench.pressed)));
		await page.evaluate(() => (window.closeCard ? window.closeCard() : (location.hash = 'map')));
		await pause(REST);
	}
	return median(times);
}

const shift = ({ page }) => page.evaluate(() => bench.shift);

/** Megabytes of the page's own thread, after what is not needed any more was given back. */
async function heap({ devtools }) {
	for (let count = 0; count < 2; count++) await devtools.send('HeapProfiler.collectGarbage');
	const { metrics } = await devtools.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6;
}

/** Seconds of processor that each of the browser's processes for pages has used. */
async function processors({ browser }) {
	const devtools = await browser.newBrowserCDPSession();
	const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
	await devtools.detach();
	return new Map(
		processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime])
	);
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
