// Installs what package-lock.json says, unless node_modules already holds it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = fileURLToPath(new URL('../node_modules/.installed', import.meta.url));

const needed = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
	stop(`This project needs Node.js ${needed.join('.')} or newer, and this is ${process.versions.node}.`);
}

// The platform is part of it: some packages bring a binary for one platform only.
const wanted = createHash('sha256')
	.update(readFileSync(new URL('../package-lock.json', import.meta.url)))
	.update(`${process.platform} ${process.arch}`)
	.digest('hex');

if (wanted !== installed()) {
	rmSync(stamp, { force: true });
	const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
		cwd: root,
		stdio: 'inherit',
		// On Windows npm is npm.cmd, which only a shell starts.
		shell: process.platform === 'win32'
	});
	if (npm.status !== 0) {
		stop(`The packages could not be installed: npm ci ${ending(npm)}.`, npm.status || 1);
	}
	writeFileSync(stamp, wanted);
}

function installed() {
	try {
		return readFileSync(stamp, 'utf8');
	} catch {
		return undefined;
	}
}

function ending({ error, signal, status }) {
	if (error) {
		return `did not start (${error.message})`;
	}
	return signal ? `was ended by ${signal}` : `ended with code ${status}`;
}

function stop(sentence, code = 1) {
	console.error(sentence);
	process.exit(code);
}
