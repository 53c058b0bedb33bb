// Gets the browsers that the tests need: a Chromium wherever that is possible, in CI Firefox and WebKit too.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { findChromium, findEngines, onPath, otherEngines, succeeds } from './browsers.mjs';

const { env, platform } = process;
const minute = 60_000;
const advice = 'install Chromium or Chrome, or set CHROMIUM=/path/of/one';

const managers = {
	'apt-get': ['update -qq', 'install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120'],
	dnf: ['install -y -q'],
	apk: ['add --quiet'],
	pacman: ['-Sy --noconfirm --needed']
};

/** Debian's packages of what the other engines need, in the order of findEngines(). */
const enginePackages = {
	display: 'xvfb',
	firefox: 'firefox-esr',
	driver: 'webkit2gtk-driver',
	webkit: 'webkit2gtk-driver'
};

const names = { firefox: 'Firefox', webkit: 'WebKit' };

function download() {
	console.log('No Chromium found: downloading the one that Playwright offers.');
	const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
	// Playwright tries five times: a network that never answers must not take minutes.
	const limit = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
	attempt(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { ...limit, ...env });
}

function installPackages(packages) {
	const manager = Object.keys(managers).find((name) => onPath([name]).length > 0);
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	if (!manager || (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true']))) return;
	console.log(`Installing ${packages.join(', ')} with ${manager}.`);
	const commands = managers[manager].map((words) => words.split(' '));
	commands.at(-1).push(...packages);
	for (const words of commands) {
		const command = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', manager, ...words];
		attempt(command[0], command.slice(1), env);
	}
}

function attempt(program, words, environment) {
	const { error, signal, status, stderr } = spawnSync(program, words, {
		encoding: 'utf8',
		env: environment,
		stdio: ['ignore', 'ignore', 'pipe'],
		timeout: 5 * minute
	});
	if (status !== 0) {
		const said = stderr?.match(/^E(rror)?: .*/m)?.[0];
		console.log(`That failed (${said ?? error?.message ?? signal ?? `code ${status}`}).`);
	}
}

function provideChromium() {
	const ways = [download, () => installPackages(['chromium'])];
	for (const get of platform === 'linux' ? ways : ways.slice(0, 1)) {
		if (!env.CHROMIUM && !findChromium()) get();
	}
	const program = findChromium();
	if (program) {
		console.log(`Chromium for the browser tests: ${program}`);
		return;
	}
	const fault = env.CHROMIUM ? `CHROMIUM=${env.CHROMIUM} does not run` : 'The browser tests need a Chromium';
	stop(`${fault}: ${advice}.`);
}

/** Nobody's own machine is changed for them: there the tests of an engine that is not installed are left out. */
function provideEngines() {
	const missing = () =>
		Object.entries(findEngines()).flatMap(([part, program]) => (program ? [] : [enginePackages[part]]));
	if (env.CI && missing().length > 0 && onPath(['apt-get']).length > 0)
		installPackages([...new Set(missing())]);
	const lacking = [...new Set(missing())].join(', ');
	if (lacking && env.CI) stop(`The tests in Firefox and WebKit need these packages of Debian: ${lacking}.`);
	else if (lacking) {
		const left = ['firefox', 'webkit'].filter((engine) => !otherEngines().includes(engine));
		console.log(
			`No tests in ${left.map((engine) => names[engine]).join(' and ')}: ${lacking} not installed.`
		);
	} else console.log('Firefox and WebKit for the browser tests are installed.');
}

function stop(sentence) {
	console.error(sentence);
	process.exitCode = 1;
}

provideChromium();
provideEngines();
