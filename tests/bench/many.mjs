// Twenty frames in a page of another site, scrolled through twice: how soon each map in view is live. Writes MANY.md.
/* global document, IntersectionObserver, MutationObserver, location, noteLive */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownSite } from './builds.mjs';
import { machine, openBrowser } from './measure.mjs';
import { FRAMES } from './peers.mjs';
import { met, rounded, spread, table } from './report.mjs';
import { serve } from './server.mjs';

/** Milliseconds until a map in view is to be live, and until it is given up. */
const MOST = 2000;
const PATIENCE = 20_000;
const SANDBOX = 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"';

/** Runs in every frame: tells how long its map has been in view when it is live. */
function probe() {
	document.addEventListener('DOMContentLoaded', () => {
		const map = document.querySelector('[data-map]');
		if (!map) return;
		let since;
		new IntersectionObserver(([{ isIntersecting }]) => {
			since = isIntersecting ? performance.now() : undefined;
		}).observe(map.querySelector('.ground'));
		new MutationObserver(() => {
			if (map.dataset.map === 'live' && since !== undefined)
				void noteLive(Number(location.search.slice(1)), performance.now() - since);
		}).observe(map, { attributeFilter: ['data-map'] });
	});
}

export async function many({ work }) {
	const server = await serve({ ours: ownSite(), host: work });
	try {
		// Not counted: after it every file has been compressed and read.
		await scrollThrough(server, work, { name: 'first', attributes: '', count: 1 });
		const rows = [];
		for (const [name, attributes] of Object.entries({ plain: '', sandboxed: SANDBOX })) {
			console.error(name);
			const times = await scrollThrough(server, work, { name, attributes, count: FRAMES });
			const late = times.filter((time) => time > MOST).length;
			rows.push([name, String(times.length), spread(times), nine(times), String(late), met(late === 0)]);
		}
		const head = ['frames', 'times', 'ms', 'nine in ten below', `above ${MOST} ms`, ''];
		return [HEAD, `${new Date().toISOString().slice(0, 10)}; ${await machine()}.\n`, table(head, rows)].join(
			'\n'
		);
	} finally {
		server.close();
	}
}

/** Milliseconds of each time that a frame came into view: all of them downwards, and all but the last up again. */
async function scrollThrough(server, work, { name, attributes, count }) {
	const frames = Array.from({ length: count }, (_, index) => {
		const address = `http://127.0.0.1:${server.port}/ours/embed/?${index}`;
		return `<p>Text</p><iframe src="${address}" width="640" height="480" ${attributes}></iframe>`;
	});
	const html = `<!doctype html><title>Host</title><link rel="icon" href="data:,">${frames.join('')}`;
	writeFileSync(join(work, `${name}.html`), html.replace('<p>', '<p style="height: 100vh">'));
	const browser = await openBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
		const live = new Map();
		await page.exposeBinding('noteLive', (_, index, time) => live.set(index, time));
		await page.addInitScript(probe);
		await page.goto(`http://localhost:${server.port}/host/${name}.html`);
		const times = [];
		const down = frames.map((_, index) => index);
		for (const index of [...down, ...down.toReversed().slice(1)]) {
			live.delete(index);
			await page
				.locator('iframe')
				.nth(index)
				.evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
			for (const end = Date.now() + PATIENCE; !live.has(index) && Date.now() < end;) await pause(20);
			times.push(live.get(index) ?? PATIENCE);
		}
		return times;
	} finally {
		await browser.close();
	}
}

const nine = (times) => rounded(times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.9) - 1]);

const HEAD = `# Twenty maps in a page

Written by \`npm run bench -- many\`: ${FRAMES} frames of 640 x 480 in a page of another site, each brought into view in turn, down
and up again; from the frame's own \`IntersectionObserver\` to \`data-map="live"\`, which waits until the map is painted. Median,
least and most. WebGL is drawn by the processor where there is no GPU.
`;
