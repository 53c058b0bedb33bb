/** Turf works at build time: no reader downloads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** Sentences of Turf's own errors, which no build takes out. */
const OF_TURF = /coord is required|coordinates must only contain numbers|geojson is required/;
const root = new URL('../../../', import.meta.url);

test('no file of the site holds any of Turf', () => {
	expect(readFileSync(new URL('node_modules/@turf/turf/turf.min.js', root), 'utf8')).toMatch(OF_TURF);
	const scripts = readdirSync(new URL('build/', root), { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\.m?js$/.test(name)
	);
	expect(scripts.length).toBeGreaterThan(2);
	for (const name of scripts)
		expect(readFileSync(new URL(`build/${name.replaceAll('\\', '/')}`, root), 'utf8'), name).not.toMatch(
			OF_TURF
		);
});
