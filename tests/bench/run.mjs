// npm run bench: ours beside the least that could show the story, and beside bare map pages. Writes RESULTS.md.
// RUNS=9 PROFILE=mobile|desktop|both SEED=1; "npm run bench -- scale" instead measures what grows with the story, and
// "npm run bench -- many" twenty maps in a page.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownSite } from './builds.mjs';
import { many } from './many.mjs';
import { machine, measure, openBrowser, weigh } from './measure.mjs';
import { seeded } from './numbers.mjs';
import { FRAMES, writeHost, writePeers } from './peers.mjs';
import { figuresTable, met, promisesTable, rounded, weightsTable } from './report.mjs';
import { scale } from './scale.mjs';
import { serve } from './server.mjs';
import { profiles, visit } from './visits.mjs';

const { RUNS = '9', PROFILE = 'both', SEED = '1', PLACE = 'border-camp' } = process.env;
const runs = Number(RUNS);
const random = seeded(Number(SEED));
const chosen = PROFILE === 'both' ? Object.keys(profiles) : [PROFILE];
if (!(runs > 0) || chosen.some((name) => !profiles[name])) {
	console.error('RUNS is a number above 0, PROFILE one of mobile, desktop, both.');
	process.exit(1);
}

/** In each run: they are short, and what tells them apart is less than what they vary by. */
const LINKS = 3;

const HEAD = `# What the pages cost

Written by \`npm run bench\` (\`tests/bench\`), in one run with all pages in turn. Medians, least and most in brackets. Read
the ratios: times differ from machine to machine, and WebGL is drawn by the processor where there is no GPU.

- **ours**: \`/embed/\`, for the live map with \`start=live\`.
- **floor**: one HTML file with the same still map and quotes and no script: the least that can show them.
- **maplibre**, **leaflet**: a bare page of that library with the same places as GeoJSON, the same quotes in popups, and
  Natural Earth's countries for a ground, as they are published; pressed as soon as the place can be pressed.
- **frames**: ${FRAMES} frames of another site, none scrolled to; the processor time of all pages' processes.

First quote: from asking for the page until its first line can be read; by link ${LINKS} times in each run. Blocking: what
tasks of the page's thread take beyond 50 ms, until a second after the map has drawn. Bytes: headers and compressed
bodies. Heap: after collection.
`;

const [what = 'results', ...counts] = process.argv.slice(2);
const kinds = {
	scale: () => scale({ work, runs, random, chosen, counts: counts.map(Number) }),
	many: () => many({ work }),
	results
};
if (!Object.hasOwn(kinds, what)) {
	console.error(`There is nothing called "${what}" to measure: ask for scale, for many, or for nothing.`);
	process.exit(1);
}
const work = mkdtempSync(join(tmpdir(), 'bench-'));
try {
	const text = await kinds[what]();
	writeFileSync(new URL(`${what.toUpperCase()}.md`, import.meta.url), text);
	console.log(text);
} finally {
	rmSync(work, { recursive: true, force: true });
}

async function results() {
	const site = ownSite();
	const { passages } = JSON.parse(readFileSync(join(site, 'story.json'), 'utf8'));
	const passage = passages.find(
		({ voice, places }) => voice !== 'comment' && places.some(({ place }) => place === PLACE)
	);
	if (!passage) throw new Error(`The story has no passage at "${PLACE}": name another place by PLACE=<id>.`);
	const wanted = { place: PLACE, passage: passage.id };
	const ground = writePeers(site, work, PLACE);
	const server = await serve({ ours: site, peers: work });
	const at = `http://127.0.0.1:${server.port}`;
	// The frames are another site's to this one, as they are where an embed stands.
	const host = `http://localhost:${server.port}/peers`;
	writeHost(work, 'host-ours', `${at}/ours/embed/`);
	writeHost(work, 'host-floor', `${at}/peers/floor.html`);
	const visits = [
		['ours', 'link', `${at}/ours/embed/`],
		['ours', 'press', `${at}/ours/embed/`],
		['ours', 'live', `${at}/ours/embed/?start=live`],
		['ours', 'frames', `${host}/host-ours.html`],
		['floor', 'link', `${at}/peers/floor.html`],
		['floor', 'press', `${at}/peers/floor.html`],
		['floor', 'frames', `${host}/host-floor.html`],
		...['maplibre', 'leaflet'].flatMap((page) =>
			['press', 'live'].map((kind) => [page, kind, `${at}/peers/${page}.html`])
		)
	].flatMap(([page, kind, address]) =>
		Array.from({ length: kind === 'link' ? LINKS : 1 }, () => ({ page, kind, address, wanted }))
	);

	try {
		const weights = [
			{ page: '`/embed/`', ...weigh(join(site, 'embed/index.html')), mostGzip: 32 },
			{ page: '`/`', ...weigh(join(site, 'index.html')), mostGzip: 32 }
		];
		const browser = await openBrowser();
		const session = { browser, server, profile: profiles.desktop, wanted };
		const { alone } = await visit(session, 'alone', `${at}/ours/embed/`);
		await browser.close();
		const parts = [
			HEAD,
			`${new Date().toISOString().slice(0, 10)}; ${await machine()}; runs: ${runs}, seed: ${SEED}, place: ${PLACE}.\n`,
			`## Weights\n\n${weightsTable(weights)}`,
			`Of the bare pages' bytes ${rounded(ground.world)} KB are their ground, which nobody prepared; ours would be ${rounded(ground.prepared)} KB.\n`,
			`The first quote of \`/embed/\` with every other file refused: ${met(alone)}.\n`
		];
		for (const name of chosen) {
			console.error(name);
			const { samples, failures } = await measure({ visits, runs, server, profile: profiles[name], random });
			parts.push(`## ${name}\n\n${figuresTable(samples)}`, promisesTable(samples, name));
			if (failures.length > 0)
				parts.push(`Failed:\n\n${failures.map((failure) => `- ${failure}\n`).join('')}`);
		}
		return parts.join('\n');
	} finally {
		server.close();
	}
}
