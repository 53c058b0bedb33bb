// Finds a Chromium that runs. Started as a program, it also gets one where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const { env, platform } = process;
const minute = 60_000;
const advice = 'install Chromium or Chrome, or set CHROMIUM=/path/of/one';

const managers = {
	'apt-get': ['update -qq', 'install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 chromium'],
	dnf: ['install -y -q chromium'],
	apk: ['add --quiet chromium'],
	pacman: ['-Sy --noconfirm --needed chromium']
};

/**
 * Playwright itself adds what root in a container, a closed network and WebGL without a GPU need. Each new window of
 * Chromium makes ready two menus of its address bar, two seconds of a processor that the page in it then lacks. Of
 * several lists of features Chromium takes the last: Playwright's own stand here again.
 */
export const chromiumArguments = [
	'--disable-quic',
	`--disable-features=${[
		'WebUIOmniboxPopup',
		'WebUIOmniboxAimPopup',
		// Requests of the browser's own.
		'AimEnabled',
		'HttpsUpgrades',
		'MediaRouter',
		'NetworkTimeServiceQuerying',
		'OptimizationHints',
		'PreconnectToSearch',
		// What would wait when a page is left, or keep the last one's picture.
		'AvoidUnnecessaryBeforeUnloadCheckSync',
		'DestroyProfileOnBrowserClose',
		'PaintHolding'
	].join()}`
];

/** @returns {string | undefined} */
export function findChromium() {
	// A browser that somebody chose is taken or refused, never replaced by another.
	const candidates = env.CHROMIUM ? [env.CHROMIUM] : [...downloaded(), ...installed()];
	return candidates.find(runs);
}

function downloaded() {
	try {
		return [chromium.executablePath()];
	} catch {
		// Playwright offers none for this platform.
		return [];
	}
}

function installed() {
	const chromes = onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
	if (platform === 'darwin') {
		const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
		return [...chromes, ...apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
	}
	if (platform === 'win32') {
		const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(Boolean);
		const programs = ['Chromium/Application/chrome', 'Google/Chrome/Application/chrome'];
		const all = [...programs, 'Microsoft/Edge/Application/msedge'];
		return all.flatMap((program) => folders.map((folder) => join(folder, `${program}.exe`)));
	}
	const edge = onPath(['microsoft-edge', 'microsoft-edge-stable']);
	return [...chromes, '/snap/bin/chromium', '/opt/google/chrome/chrome', ...edge];
}

function onPath(names) {
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync);
}

function runs(program) {
	// On Windows --version opens a window and prints nothing.
	const asks = platform !== 'win32';
	return existsSync(program) && (!asks || succeeds(program, ['--version']));
}

function succeeds(program, words) {
	return spawnSync(program, words, { stdio: 'ignore', timeout: minute / 2 }).status === 0;
}

function download() {
	console.log('No Chromium found: downloading the one that Playwright offers.');
	const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
	// Playwright tries five times: a network that never answers must not take minutes.
	const limit = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
	attempt(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { ...limit, ...env });
}

function installPackage() {
	const manager = Object.keys(managers).find((name) => onPath([name]).length > 0);
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	if (!manager || (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true']))) {
		return;
	}
	console.log(`Installing the distribution's chromium with ${manager}.`);
	for (const words of managers[manager]) {
		const command = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', manager, ...words.split(' ')];
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

function provide() {
	for (const get of platform === 'linux' ? [download, installPackage] : [download]) {
		if (!env.CHROMIUM && !findChromium()) {
			get();
		}
	}
	const program = findChromium();
	if (program) {
		console.log(`Chromium for the browser tests: ${program}`);
	} else {
		const fault = env.CHROMIUM
			? `CHROMIUM=${env.CHROMIUM} does not run`
			: 'The browser tests need a Chromium';
		console.error(`${fault}: ${advice}.`);
		process.exitCode = 1;
	}
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	provide();
}
