// What grows with the number of places: builds invented stories and measures their embed. Writes SCALE.md.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildStory } from './builds.mjs';
import { inventStory, MIDDLE } from './invent.mjs';
import { machine, measure, weigh } from './measure.mjs';
import { figuresTable, met, ratio, rounded, table } from './report.mjs';
import { serve } from './server.mjs';
import { profiles } from './visits.mjs';

const COUNTS = [10, 100, 1000, 10_000];
/** At most so many times the figure of a story so much smaller. */
const PROMISES = [
	{ figure: 'first quote by link', from: 10, to: 1000, times: 1.3 },
	{ figure: 'live map drawn', from: 10, to: 1000, times: 1.5 },
	{ figure: 'press to quote', from: 10, to: 1000, times: 1.5 },
	{ figure: 'build, s', from: 1000, to: 10_000, times: 12 },
	{ figure: 'build, MB', from: 1000, to: 10_000, times: 12 }
];

/** `counts`: none for the usual ones. */
export async function scale({ work, runs, random, chosen, counts }) {
	const builds = (counts.length > 0 ? counts : COUNTS).map((count) => {
		const [story, copy] = ['story', 'copy'].map((name) => join(work, `${name}-${count}`));
		mkdirSync(story);
		inventStory(story, count);
		console.error(`building ${count} places`);
		const { site, seconds, megabytes } = buildStory(story, copy);
		return { count, site, seconds, megabytes, embed: weigh(join(site, 'embed/index.html')) };
	});
	const rows = builds.map(({ count, seconds, megabytes, embed: { raw, gzip, brotli } }) =>
		[count, ...[seconds, megabytes, raw, gzip, brotli].map(rounded)].map(String)
	);
	const head = ['places', 'build, s', 'build, MB', '`/embed/`, KB', 'gzip, KB', 'brotli, KB'];
	const parts = [
		HEAD,
		`${new Date().toISOString().slice(0, 10)}; ${await machine()}; runs: ${runs}.\n`,
		table(head, rows)
	];

	const server = await serve(Object.fromEntries(builds.map(({ count, site }) => [count, site])));
	const wanted = { place: MIDDLE, passage: MIDDLE.replace('place', 'passage') };
	const visits = builds.flatMap(({ count }) => {
		const address = `http://127.0.0.1:${server.port}/${count}/embed/`;
		return ['link', 'press', 'live'].map((kind) => ({
			page: count,
			kind,
			address: kind === 'live' ? `${address}?start=live` : address,
			wanted
		}));
	});
	try {
		for (const name of chosen) {
			console.error(name);
			const { samples, failures } = await measure({ visits, runs, server, profile: profiles[name], random });
			for (const { count, seconds, megabytes } of builds)
				Object.assign(samples[count], { 'build, s': [seconds], 'build, MB': [megabytes] });
			parts.push(`## ${name}\n\n${figuresTable(samples)}`, promisesTable(samples));
			if (failures.length > 0)
				parts.push(`Failed:\n\n${failures.map((failure) => `- ${failure}\n`).join('')}`);
		}
	} finally {
		server.close();
	}
	return parts.join('\n');
}

function promisesTable(samples) {
	const rows = PROMISES.filter(({ from, to }) => samples[from] && samples[to]).map(
		({ figure, from, to, times }) => {
			const found = ratio(samples[to][figure], samples[from][figure]);
			return [`${figure}, ${to} against ${from}`, `${times} ×`, `${rounded(found)} ×`, met(found <= times)];
		}
	);
	return table(['', 'at most', 'measured', ''], rows);
}

const HEAD = `# What grows with the story

Written by \`npm run bench -- scale\`: invented stories, each place a spot with one passage of its own. The figures of the
embed are those of RESULTS.md; the memory of a build is the most its process held.
`;
