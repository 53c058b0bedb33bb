/** Installs the browsers for the tests if they are missing: a Chromium, and in CI also Firefox and WebKit. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { findChromium, findEngines, onPath, otherEngines, succeeds } from './browsers.mjs';

const { env, platform } = process;
const minute = 60_000;
const advice = 'install Chromium or Chrome, or set CHROMIUM=/path/of/one';

/** The commands of each package manager; the packages are added to the last one. */
const managers = {
	'apt-get': ['update -qq', 'install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120'],
	dnf: ['install -y -q'],
	apk: ['add --quiet'],
	pacman: ['-Sy --noconfirm --needed']
};

/** The Debian package of each program of findEngines(). */
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
	// Playwright tries five times, so without a limit a network that does not answer would take minutes.
	const limit = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
	attempt(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { ...limit, ...env });
}

function installPackages(packages) {
	const manager = Object.keys(managers).find((name) => onPath([name]).length > 0);
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	if (!manager || (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true']))) return;
	console.log(`Installing ${packages.join(', ')} with ${manager}.`);
	const commands = managers[manager].map((parameters) => parameters.split(' '));
	commands.at(-1).push(...packages);
	for (const parameters of commands) {
		const command = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', manager, ...parameters];
		attempt(command[0], command.slice(1), env);
	}
}

/** Runs a program for at most five minutes, and prints why it failed. */
function attempt(program, parameters, environment) {
	const { error, signal, status, stderr } = spawnSync(program, parameters, {
		encoding: 'utf8',
		env: environment,
		stdio: ['ignore', 'ignore', 'pipe'],
		timeout: 5 * minute
	});
	if (status !== 0) {
		const reason = stderr?.match(/^E(rror)?: .*/m)?.[0];
		console.log(`That failed (${reason ?? error?.message ?? signal ?? `code ${status}`}).`);
	}
}

function provideChromium() {
	const attempts = [download, () => installPackages(['chromium'])];
	for (const install of platform === 'linux' ? attempts : attempts.slice(0, 1)) {
		if (!env.CHROMIUM && !findChromium()) install();
	}
	const program = findChromium();
	if (program) {
		console.log(`Chromium for the browser tests: ${program}`);
		return;
	}
	const problem = env.CHROMIUM
		? `CHROMIUM=${env.CHROMIUM} does not run`
		: 'The browser tests need a Chromium';
	fail(`${problem}: ${advice}.`);
}

/** Installs them in CI only. Elsewhere the tests of an engine that is not installed are skipped. */
function provideEngines() {
	const missing = () =>
		Object.entries(findEngines()).flatMap(([part, program]) => (program ? [] : [enginePackages[part]]));
	if (env.CI && missing().length > 0 && onPath(['apt-get']).length > 0)
		installPackages([...new Set(missing())]);
	const stillMissing = [...new Set(missing())].join(', ');
	if (stillMissing && env.CI)
		fail(`The tests in Firefox and WebKit need these packages of Debian: ${stillMissing}.`);
	else if (stillMissing) {
		const skipped = ['firefox', 'webkit'].filter((engine) => !otherEngines().includes(engine));
		console.log(
			`No tests in ${skipped.map((engine) => names[engine]).join(' and ')}: ${stillMissing} not installed.`
		);
	} else console.log('Firefox and WebKit for the browser tests are installed.');
}

/** Goes on, so that one run reports all that is missing. */
function fail(sentence) {
	console.error(sentence);
	process.exitCode = 1;
}

provideChromium();
provideEngines();
