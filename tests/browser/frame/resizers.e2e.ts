/**
 * The height of the embed with the unchanged scripts by which host pages resize frames. These packages are only for
 * tests. No code of them is published with the site, in particular not @iframe-resizer/parent, whose licence is the
 * GPL.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectPassages, expectState, openHost } from '../../support/browser/host';
import { enableSaveData, site } from '../../support/browser/page';
import { all, firstOf, ALL_ROUNDS } from '../../support/rounds';

const require = createRequire(import.meta.url);
const preact = dirname(require.resolve('preact/package.json'));

interface Resizer {
	name: string;
	/** HTML of the body. It has an element `#box` of the width of the frame. */
	body: (url: string, sandbox: string) => string;
	scripts?: Record<string, string>;
}

const module = (text: string): string => `<script type="module">${text}</script>`;
const classic = (name: string, text: string): string =>
	`<script src="${name}"></script><script>${text}</script>`;
const framed = (url: string, sandbox: string, attributes = ''): string =>
	`<div id="box"><iframe id="datawrapper-chart-border-passages" src="${url}" ${sandbox} ${attributes} style="border:0;width:100%"></iframe></div>`;

/** iframe-resizer cannot check the origin of a sandboxed frame, because it is opaque. */
const resizing = (sandbox: string): string =>
	`iframeResize({ license: 'GPLv3', ${sandbox && 'checkOrigin: false'} }, 'iframe');`;

const resizers: Resizer[] = [
	{
		name: 'pym 1.3',
		scripts: { 'pym.js': require.resolve('pym.js') },
		body: (url, sandbox) =>
			'<div id="box"></div>' +
			classic('pym.js', `new pym.Parent('box', '${url}', { ${sandbox && "sandbox: 'allow-scripts'"} })`)
	},
	{
		name: 'iframe-resizer 4',
		scripts: { 'resizer.js': require.resolve('iframe-resizer/js/iframeResizer.js') },
		body: (url, sandbox) =>
			framed(url, sandbox) + classic('resizer.js', resizing(sandbox).replace('iframeResize', 'iFrameResize'))
	},
	{
		name: 'iframe-resizer 5',
		scripts: { 'resizer.js': join(dirname(require.resolve('@iframe-resizer/parent')), 'index.umd.js') },
		body: (url, sandbox) => framed(url, sandbox) + classic('resizer.js', resizing(sandbox))
	},
	{
		// The component of AMP's second version, because the first can only be loaded from AMP's servers. It resizes only
		// frames that are out of view.
		name: 'amp-iframe',
		scripts: {
			'amp.js': join(dirname(require.resolve('@ampproject/amp-iframe/preact')), 'component-preact.module.js'),
			'preact.js': join(preact, 'dist/preact.module.js'),
			'hooks.js': join(preact, 'hooks/dist/hooks.module.js'),
			'compat.js': join(preact, 'compat/dist/compat.module.js')
		},
		body: (url, sandbox) =>
			'<div style="height:3000px"></div><div id="box"></div>' +
			'<script type="importmap">{"imports":{"preact":"./preact.js","preact/hooks":"./hooks.js","preact/compat":"./compat.js"}}</script>' +
			module(`import { h, render } from 'preact'; import { BentoIframe } from './amp.js';
				const box = document.getElementById('box');
				const requestResize = (height) => (box.style.height = height + 'px');
				render(h(BentoIframe, { src: '${url}', ${sandbox && "sandbox: 'allow-scripts',"} requestResize, style: { height: '100%' } }), box);`)
	},
	{
		// From Datawrapper's documentation: the message has a height for each chart id.
		name: 'a listener like the old one of Datawrapper',
		body: (url, sandbox) =>
			framed(url, sandbox) +
			`<script>addEventListener('message', ({ data }) => {
				for (const [chart, height] of Object.entries(data['datawrapper-height'] ?? {}))
					document.getElementById('datawrapper-chart-' + chart).style.height = height + 'px';
			})</script>`
	},
	{
		name: 'a listener like the new one of Datawrapper',
		body: (url, sandbox) =>
			framed(url, sandbox) +
			`<script>addEventListener('message', ({ data, source }) => {
				for (const height of Object.values(data['datawrapper-height'] ?? {}))
					for (const frame of document.querySelectorAll('iframe'))
						if (frame.contentWindow === source) frame.style.height = height + 'px';
			})</script>`
	}
];

interface FrameRecord {
	/** Every height that the frame has had, in CSS pixels. */
	heights: number[];
	/** When the height changed or the host received a message, in milliseconds. */
	lastEvent: number;
}

/** `quiet`: milliseconds since the last event. */
const readRecord = (page: Page): Promise<FrameRecord & { quiet: number }> =>
	page.evaluate(() => {
		const { record } = globalThis as unknown as { record: FrameRecord };
		return { ...record, quiet: performance.now() - record.lastEvent };
	});

async function openHostWithRecord(
	page: Page,
	{ body, scripts }: Resizer,
	sandbox: string
): Promise<string[]> {
	await page.addInitScript(() => {
		if (parent !== window) return;
		const record: FrameRecord = { heights: [], lastEvent: 0 };
		Object.assign(globalThis, { record });
		addEventListener('message', () => {
			record.lastEvent = performance.now();
		});
		const heights = new ResizeObserver(([entry]) => {
			record.heights.push(Math.round(entry!.contentRect.height));
			record.lastEvent = performance.now();
		});
		new MutationObserver((_, self) => {
			const frame = document.querySelector('iframe');
			if (!frame) return;
			heights.observe(frame);
			self.disconnect();
		}).observe(document, { childList: true, subtree: true });
	});
	// The height is that of the words: no live map is needed.
	await enableSaveData(page);
	const style = '<style>#box { width: 360px }</style>';
	return openHost(page, style + body(`${site()}embed/`, sandbox), { scripts });
}

/**
 * Milliseconds without an event after which the height counts as final. A frame that keeps growing never reaches it.
 */
const QUIET = Number(process.env['QUIET'] ?? 1500);

const sandboxes = ['', 'sandbox="allow-scripts"'];

for (const [index, resizer] of firstOf(resizers, 2).entries()) {
	// Alternately plain and sandboxed, unless all rounds are run.
	for (const sandbox of all ? sandboxes : [sandboxes[index % 2] ?? '']) {
		test(`${resizer.name} gives the frame the height it asks for ${sandbox}`, async ({ page }) => {
			const errors = await openHostWithRecord(page, resizer, sandbox);
			const frame = page.frameLocator('iframe');
			const html = frame.locator('html');
			const heights: number[] = [];
			for (const width of [360, 900]) {
				await page.locator('#box').evaluate((box, width) => (box.style.width = `${width}px`), width);
				// A browser may not lay out a frame that is out of view. AMP resizes only a frame that is out of view.
				await page.locator('iframe').scrollIntoViewIfNeeded();
				await expect.poll(() => html.evaluate(({ clientWidth }) => clientWidth)).toBe(width);
				await page.evaluate(() => scrollTo(0, 0));
				await expect.poll(async () => (await readRecord(page)).heights.at(-1)).toBeGreaterThan(400);
				await expect
					.poll(async () => (await readRecord(page)).quiet, { timeout: 90_000 })
					.toBeGreaterThan(QUIET);
				await page.locator('iframe').scrollIntoViewIfNeeded();
				const height = (await readRecord(page)).heights.at(-1)!;
				await expect.poll(() => html.evaluate(({ clientHeight }) => clientHeight)).toBe(height);
				const content = await html.evaluate(({ scrollHeight }) => scrollHeight);
				expect(content).toBeLessThanOrEqual(height + 1);
				heights.push(height);
			}
			const { heights: allHeights } = await readRecord(page);
			// The first height, one for each width, and a few more while the embed is hydrated.
			expect(allHeights.length, allHeights.join()).toBeLessThan(8);
			expect(allHeights.at(-1)).toBe(heights[1]);
			expect(heights[0]).not.toBe(heights[1]);
			expect(errors).toEqual([]);
		});
	}
}

for (const sandbox of sandboxes) {
	test(
		`without a resizer the frame keeps its height, and can be used at 400 px ${sandbox}`,
		ALL_ROUNDS,
		async ({ page }) => {
			const errors = await openHost(page, framed(`${site()}embed/`, sandbox, 'height="400" width="600"'));
			const frame = page.frameLocator('iframe');
			await expectState(frame, 'live');
			await expectPassages(frame);
			await frame.locator('main a[data-place="iraq"]').first().click();
			await expect(frame.locator('[data-popup="iraq"] blockquote').first()).toBeInViewport();
			expect(await page.locator('iframe').evaluate(({ clientHeight }) => clientHeight)).toBe(400);
			expect(errors).toEqual([]);
		}
	);
}
