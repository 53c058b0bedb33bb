// Builds the site: this repository's own where that is missing or old, or a story in a copy of the sources.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
const SOURCES = [
	'src',
	'tools',
	'static',
	'package.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** Loaded into a build: leaves behind the most memory that the process held, in kilobytes. */
const METER = `data:text/javascript,${encodeURIComponent(`
	import { writeFileSync } from 'node:fs';
	process.on('exit', () => writeFileSync(process.env.METER, String(process.resourceUsage().maxRSS)));
`)}`;

/** The folder of the built site. */
export function ownSite() {
	const site = join(root, 'build');
	const made = existsSync(join(site, 'index.html')) ? statSync(join(site, 'index.html')).mtimeMs : 0;
	if ([...SOURCES, 'article', 'geo'].some((name) => changed(join(root, name)) > made)) {
		const { status } = spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' });
		if (status !== 0) throw new Error('There is no site to measure: the build failed.');
	}
	return site;
}

function changed(path) {
	const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }) : [];
	return Math.max(...['', ...inside].map((name) => statSync(join(path, name)).mtimeMs));
}

/** The built site, the seconds that took, and the most memory that it held. build/ stays what it is. */
export function buildStory(story, work) {
	mkdirSync(work, { recursive: true });
	for (const name of SOURCES) cpSync(join(root, name), join(work, name), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'), 'junction');
	const meter = join(work, 'memory');
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, [`--import=${METER}`, vite, 'build'], {
		cwd: work,
		env: { ...process.env, STORY: story, METER: meter },
		encoding: 'utf8',
		maxBuffer: 2 ** 28
	});
	const seconds = (performance.now() - start) / 1000;
	if (status !== 0) throw new Error(`The story in ${story} was not built:\n${stderr.slice(-2000)}`);
	return { site: join(work, 'build'), seconds, megabytes: Number(readFileSync(meter, 'utf8')) / 1000 };
}
