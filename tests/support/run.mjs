/** Runs the checks and tests of `npm test`, `npm run test:browser -- <file>` and `npm run test:all`. */
import { exec, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = 'test', ...playwrightParameters] = process.argv.slice(2);
const startTime = Date.now();
const passed = [];

// The tests need the repository's own story, whatever the shell's environment has for another site.
delete process.env.STORY;
delete process.env.SITE_URL;

/** See tests/support/rounds.ts. */
const ALL_ROUNDS = { FAULT_ROUNDS: 'all' };

function node(what, script, parameters = [], environment = {}) {
	const env = { ...process.env, ...environment };
	const { status } = spawnSync(process.execPath, [script, ...parameters], {
		cwd: root,
		stdio: 'inherit',
		env
	});
	if (status !== 0) finish(`Failed: ${what}`, status || 1);
	passed.push(what);
}

/**
 * Runs scripts of package.json at the same time. The output of each is printed when it has ended, so that outputs do
 * not mix.
 */
async function runTogether(scripts) {
	const failed = [];
	const runOne = ([what, script]) =>
		new Promise((resolve) => {
			const options = { cwd: root, maxBuffer: Infinity };
			exec(`npm run --silent ${script} 2>&1`, options, (error, output) => {
				process.stdout.write(output);
				(error ? failed : passed).push(what);
				resolve();
			});
		});
	await Promise.all(Object.entries(scripts).map(runOne));
	if (failed.length > 0) finish(`Failed: ${failed.join(', ')}`, 1);
}

const build = (what, environment) => node(what, 'node_modules/vite/bin/vite.js', ['build'], environment);
const playwright = (what, parameters, environment) =>
	node(
		what,
		'node_modules/@playwright/test/cli.js',
		['test', '--config', 'tests/browser', ...parameters],
		environment
	);

function finish(sentence, status) {
	const seconds = Math.round((Date.now() - startTime) / 1000);
	const duration = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
	(status ? console.error : console.log)(`${sentence} (${duration}).`);
	process.exit(status);
}

function prepare() {
	node('packages', 'tools/install.mjs');
	node('browsers', 'tests/support/get-browsers.mjs');
}

async function check(rounds) {
	await runTogether({ lint: 'lint', types: 'check' });
	node('unit tests', 'node_modules/vitest/vitest.mjs', ['run'], rounds);
}

/** A port that is free now. The build needs it, because the site contains its own address. */
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

async function buildSite() {
	build('build', { SITE_URL: `http://127.0.0.1:${await freePort()}/` });
}

/** The stories of tests/fixtures. */
const otherStories = () =>
	readdirSync(`${root}/tests/fixtures/stories`).map((name) => `tests/fixtures/stories/${name}`);

const all = command === 'all';
const rounds = all ? ALL_ROUNDS : {};
prepare();
if (command !== 'browser') await check(rounds);
if (all) for (const story of otherStories()) build(`build of ${story}`, { STORY: story });
await buildSite();
playwright('browser tests', playwrightParameters, rounds);
// Each of these tests waits for a minute without a change of height. All wait at the same time, because waiting
// needs no processor.
if (all)
	playwright('a minute for each resizer', ['resizers', '--fully-parallel', '--workers', '7'], {
		...rounds,
		QUIET: '60000'
	});
finish(`Passed: ${passed.join(', ')}`, 0);
