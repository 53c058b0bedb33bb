/** Finds the browsers for the tests: a Chromium, and Firefox and WebKit if they are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const { env, platform } = process;

/**
 * Arguments in addition to Playwright's. Of several --disable-features Chromium takes the last one only, so
 * Playwright's features are repeated here.
 */
export const chromiumArguments = [
	'--disable-quic',
	`--disable-features=${[
		// Two menus of the address bar: preparing them takes two seconds of processor time in each new window.
		'WebUIOmniboxPopup',
		'WebUIOmniboxAimPopup',
		// Requests that the browser itself makes.
		'AimEnabled',
		'HttpsUpgrades',
		'MediaRouter',
		'NetworkTimeServiceQuerying',
		'OptimizationHints',
		'PreconnectToSearch',
		// Delays when a page is left, and the picture of the last page.
		'AvoidUnnecessaryBeforeUnloadCheckSync',
		'DestroyProfileOnBrowserClose',
		'PaintHolding'
	].join()}`
];

/**
 * The program of a Chromium that runs, or undefined. If CHROMIUM is set, no other browser is tried.
 * @returns {string | undefined}
 */
export function findChromium() {
	const candidates = env.CHROMIUM ? [env.CHROMIUM] : [...downloaded(), ...installed()];
	return candidates.find(runs);
}

function downloaded() {
	try {
		return [chromium.executablePath()];
	} catch {
		// Playwright has no Chromium for this platform.
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
 * The programs that the tests in Firefox and WebKit need. Xvfb is the display, because both need a window.
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

/** The engines other than Chromium for which all programs are installed. */
export function otherEngines({ display, firefox, driver, webkit } = findEngines()) {
	if (!display) return [];
	return [...(firefox ? ['firefox'] : []), ...(driver && webkit ? ['webkit'] : [])];
}

/** MiniBrowser, which comes with WebKitGTK, in the folders of Debian, Fedora and Arch. */
function miniBrowsers() {
	const libraries = ['/usr/libexec', '/usr/lib', ...platformFolders('/usr/lib')];
	return libraries
		.flatMap((folder) => ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')))
		.filter(existsSync);
}

/** Debian has one folder of libraries for each platform: `x86_64-linux-gnu`. */
function platformFolders(folder) {
	if (platform !== 'linux') return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name.includes('linux'))
		.map(({ name }) => join(folder, name));
}

/** The programs of these names in the folders of PATH, in the order of the names. */
export function onPath(names) {
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync);
}

function runs(program) {
	// On Windows --version opens a window and prints nothing.
	const knowsVersion = platform !== 'win32';
	return existsSync(program) && (!knowsVersion || succeeds(program, ['--version']));
}

/** Whether the program ends with code 0 within 30 seconds. */
export function succeeds(program, parameters) {
	return spawnSync(program, parameters, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
