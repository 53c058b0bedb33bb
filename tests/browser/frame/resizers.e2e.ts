/**
 * The scripts that newsrooms size frames with, as they are, unasked to know of us. They come from npm for these tests
 * alone: nothing of them is shipped, least of all @iframe-resizer/parent, which is GPL.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectPassages, expectState, openHost } from '../../support/browser/host';
import { site } from '../../support/browser/page';
import { all } from '../../support/rounds';

const require = createRequire(import.meta.url);
const preact = dirname(require.resolve('preact/package.json'));

interface Resizer {
	name: string;
	/** The body of a page with a `#box`, whose width is the frame's. */
	body: (address: string, sandbox: string) => string;
	scripts?: Record<string, string>;
}

const module = (text: string): string => `<script type="module">${text}</script>`;
const classic = (name: string, text: string): string =>
	`<script src="${name}"></script><script>${text}</script>`;
const framed = (address: string, sandbox: string, more = ''): string =>
	`<div id="box"><iframe id="datawrapper-chart-border-passages" src="${address}" ${sandbox} ${more} style="border:0;width:100%"></iframe></div>`;

/** A sandboxed frame has no origin: version 4 and 5 then must not ask for one. */
const resizing = (sandbox: string): string =>
	`iframeResize({ license: 'GPLv3', ${sandbox && 'checkOrigin: false'} }, 'iframe');`;

const resizers: Resizer[] = [
	{
		name: 'pym 1.3',
		scripts: { 'pym.js': require.resolve('pym.js') },
		body: (address, sandbox) =>
			'<div id="box"></div>' +
			classic('pym.js', `new pym.Parent('box', '${address}', { ${sandbox && "sandbox: 'allow-scripts'"} })`)
	},
	{
		name: 'iframe-resizer 4',
		scripts: { 'resizer.js': require.resolve('iframe-resizer/js/iframeResizer.js') },
		body: (address, sandbox) =>
			framed(address, sandbox) +
			classic('resizer.js', resizing(sandbox).replace('iframeResize', 'iFrameResize'))
	},
	{
		name: 'iframe-resizer 5',
		scripts: { 'resizer.js': join(dirname(require.resolve('@iframe-resizer/parent')), 'index.umd.js') },
		body: (address, sandbox) => framed(address, sandbox) + classic('resizer.js', resizing(sandbox))
	},
	{
		// Its second version, as a component: the first is loaded from AMP's own servers only. It sizes what is out of view.
		name: 'amp-iframe',
		scripts: {
			'amp.js': join(dirname(require.resolve('@ampproject/amp-iframe/preact')), 'component-preact.module.js'),
			'preact.js': join(preact, 'dist/preact.module.js'),
			'hooks.js': join(preact, 'hooks/dist/hooks.module.js'),
			'compat.js': join(preact, 'compat/dist/compat.module.js')
		},
		body: (address, sandbox) =>
			'<div style="height:3000px"></div><div id="box"></div>' +
			'<script type="importmap">{"imports":{"preact":"./preact.js","preact/hooks":"./hooks.js","preact/compat":"./compat.js"}}</script>' +
			module(`import { h, render } from 'preact'; import { BentoIframe } from './amp.js';
				const box = document.getElementById('box');
				const requestResize = (height) => (box.style.height = height + 'px');
				render(h(BentoIframe, { src: '${address}', ${sandbox && "sandbox: 'allow-scripts',"} requestResize, style: { height: '100%' } }), box);`)
	},
	{
		// As Datawrapper's documentation describes what its embed codes do: heights by the id of the chart.
		name: 'a listener like the old one of Datawrapper',
		body: (address, sandbox) =>
			framed(address, sandbox) +
			`<script>addEventListener('message', ({ data }) => {
				for (const [chart, height] of Object.entries(data['datawrapper-height'] ?? {}))
					document.getElementById('datawrapper-chart-' + chart).style.height = height + 'px';
			})</script>`
	},
	{
		name: 'a listener like the new one of Datawrapper',
		body: (address, sandbox) =>
			framed(address, sandbox) +
			`<script>addEventListener('message', ({ data, source }) => {
				for (const height of Object.values(data['datawrapper-height'] ?? {}))
					for (const frame of document.querySelectorAll('iframe'))
						if (frame.contentWindow === source) frame.style.height = height + 'px';
			})</script>`
	}
];

interface Recorded {
	heights: number[];
	messages: number;
	last: number;
}

/** Every height the frame has had, and when the host last heard from it. */
const recorded = (page: Page): Promise<Recorded & { quiet: number }> =>
	page.evaluate(() => {
		const { record } = globalThis as unknown as { record: Recorded };
		return { ...record, quiet: performance.now() - record.last };
	});

async function openRecorded(page: Page, { body, scripts }: Resizer, sandbox: string): Promise<string[]> {
	await page.addInitScript(() => {
		if (parent !== window) return;
		const record: Recorded = { heights: [], messages: 0, last: 0 };
		Object.assign(globalThis, { record });
		addEventListener('message', () => {
			record.messages++;
			record.last = performance.now();
		});
		const heights = new ResizeObserver(([entry]) => {
			record.heights.push(Math.round(entry!.contentRect.height));
			record.last = performance.now();
		});
		new MutationObserver((_, self) => {
			const frame = document.querySelector('iframe');
			if (!frame) return;
			heights.observe(frame);
			self.disconnect();
		}).observe(document, { childList: true, subtree: true });
	});
	const narrow = '<style>#box { width: 360px }</style>';
	return openHost(page, narrow + body(`${site()}embed/`, sandbox), { scripts });
}

/** Milliseconds without a word or a change: what grows by itself never comes to that. */
const QUIET = Number(process.env['QUIET'] ?? 1500);

const frames = ['', 'sandbox="allow-scripts"'];

for (const [index, resizer] of resizers.entries()) {
	// By turns plain and sandboxed.
	for (const sandbox of all ? frames : [frames[index % 2] ?? '']) {
		test(`${resizer.name} gives the frame the height it asks for ${sandbox}`, async ({ page }) => {
			const faults = await openRecorded(page, resizer, sandbox);
			const frame = page.frameLocator('iframe');
			const html = frame.locator('html');
			const heights: number[] = [];
			for (const width of [360, 900]) {
				await page.locator('#box').evaluate((box, width) => (box.style.width = `${width}px`), width);
				// Out of view neither it nor, in it, AMP does anything: where in view AMP waits until it is not.
				await page.locator('iframe').scrollIntoViewIfNeeded();
				await expect.poll(() => html.evaluate(({ clientWidth }) => clientWidth)).toBe(width);
				await page.evaluate(() => scrollTo(0, 0));
				await expect.poll(async () => (await recorded(page)).heights.at(-1)).toBeGreaterThan(400);
				await expect
					.poll(async () => (await recorded(page)).quiet, { timeout: 90_000 })
					.toBeGreaterThan(QUIET);
				await page.locator('iframe').scrollIntoViewIfNeeded();
				const shown = (await recorded(page)).heights.at(-1)!;
				await expect.poll(() => html.evaluate(({ clientHeight }) => clientHeight)).toBe(shown);
				const content = await html.evaluate(({ scrollHeight }) => scrollHeight);
				expect(content).toBeLessThanOrEqual(shown + 1);
				heights.push(shown);
			}
			const { heights: set } = await recorded(page);
			// The one it had, one for each width, and what the ground's own coming may add.
			expect(set.length, set.join()).toBeLessThan(8);
			expect(set.at(-1)).toBe(heights[1]);
			expect(heights[0]).not.toBe(heights[1]);
			expect(faults).toEqual([]);
		});
	}
}

for (const sandbox of all ? frames : frames.slice(1)) {
	test(`without any the frame stays as it is, and can be used at 400 px ${sandbox}`, async ({ page }) => {
		const faults = await openHost(page, framed(`${site()}embed/`, sandbox, 'height="400" width="600"'));
		const frame = page.frameLocator('iframe');
		await expectState(frame, 'live');
		await expectPassages(frame);
		await frame.locator('main a[data-place="iraq"]').first().click();
		await expect(frame.locator('[data-popup="iraq"] blockquote').first()).toBeInViewport();
		expect(await page.locator('iframe').evaluate(({ clientHeight }) => clientHeight)).toBe(400);
		expect(faults).toEqual([]);
	});
}
