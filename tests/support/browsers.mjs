// Finds the browsers that the tests are run in: a Chromium, and where they are installed Firefox and WebKit.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const { env, platform } = process;

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

/**
 * What drives the other engines: each needs a window, which Xvfb holds where there is no screen.
 * @returns {Record<'display' | 'firefox' | 'driver' | 'webkit', string | undefined>}
 */
export function findEngines() {
	return {
		display: onPath(['Xvfb'])[0],
		firefox: onPath(['firefox-esr', 'firefox'])[0],
		driver: onPath(['WebKitWebDriver'])[0],
		webkit: miniBrowsers()[0]
	};
}

/** The names of the engines beside Chromium that can be started here. */
export function otherEngines({ display, firefox, driver, webkit } = findEngines()) {
	if (!display) return [];
	return [...(firefox ? ['firefox'] : []), ...(driver && webkit ? ['webkit'] : [])];
}

/** The small browser that comes with WebKitGTK, where Debian, Fedora and Arch put it. */
function miniBrowsers() {
	const libraries = ['/usr/libexec', '/usr/lib', ...below('/usr/lib')];
	return libraries
		.flatMap((folder) => ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')))
		.filter(existsSync);
}

function below(folder) {
	if (platform !== 'linux') return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name.includes('linux'))
		.map(({ name }) => join(folder, name));
}

export function onPath(names) {
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync);
}

function runs(program) {
	// On Windows --version opens a window and prints nothing.
	const asks = platform !== 'win32';
	return existsSync(program) && (!asks || succeeds(program, ['--version']));
}

export function succeeds(program, words) {
	return spawnSync(program, words, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
