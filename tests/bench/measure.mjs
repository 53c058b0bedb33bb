// Runs visits in turn, in another order each time, each run in a browser of its own.
import { availableParallelism, cpus, release, type } from 'node:os';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../support/browsers.mjs';
import { shuffled } from './numbers.mjs';
import { visit } from './visits.mjs';

export async function openBrowser() {
	const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
	// The process that draws starts with the first who wants WebGL, at whose cost it would be.
	const page = await browser.newPage();
	await page.evaluate('document.createElement("canvas").getContext("webgl2").getParameter(7937)');
	await page.close();
	return browser;
}

/**
 * `visits`: { page, kind, address, wanted }. Gives page to figure to the values of all runs, and what failed. The first
 * run is not counted: after it every file has been compressed and read.
 */
export async function measure({ visits, runs, server, profile, random }) {
	const samples = Object.fromEntries(visits.map(({ page }) => [page, {}]));
	const failures = [];
	for (let run = 0; run <= runs; run++) {
		const browser = await openBrowser();
		try {
			for (const { page, kind, address, wanted } of shuffled(visits, random)) {
				const figures = await visit({ browser, server, profile, wanted }, kind, address).catch((error) => {
					failures.push(`${page}, ${kind}, run ${run}: ${error.message.split('\n')[0]}`);
					return {};
				});
				for (const [figure, value] of Object.entries(figures))
					if (run > 0) (samples[page][figure] ??= []).push(value);
			}
		} finally {
			await browser.close();
		}
		console.error(`run ${run} of ${runs}${run === 0 ? ', not counted' : ''}`);
	}
	return { samples, failures };
}

/** Kilobytes of a file, plain and compressed. */
export function weigh(file) {
	const html = readFileSync(file);
	const [raw, gzip, brotli] = [html, gzipSync(html, { level: 9 }), brotliCompressSync(html)];
	return { raw: raw.length / 1000, gzip: gzip.length / 1000, brotli: brotli.length / 1000 };
}

export async function machine() {
	const browser = await openBrowser();
	const version = browser.version();
	await browser.close();
	const processor = cpus()[0]?.model ?? 'unknown processor';
	return `Chromium ${version}, Node ${process.versions.node}, ${type()} ${release()}, ${availableParallelism()} of ${processor}`;
}
