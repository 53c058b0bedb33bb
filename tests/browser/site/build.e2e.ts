/** The build of stories, on a copy of the repository: its output, and its messages if it fails. */
import { execFile } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { policyOf } from '../../../src/lib/server/publish/hosting';
import { article, story } from '../../support/browser/page';
import { ALL_ROUNDS } from '../../support/rounds';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const copiedPaths = [
	'src',
	'tools',
	'static',
	'tests/fixtures',
	'article',
	'geo',
	'package.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];

let copy: string;

test.beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), 'story-'));
	for (const path of copiedPaths) cpSync(join(root, path), join(copy, path), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

test.afterAll(() => rmSync(copy, { recursive: true, force: true }));

async function build(folder: string): Promise<{ failed: boolean; output: string }> {
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const env = { ...process.env, STORY: folder, SITE_URL: '' };
	try {
		const { stdout, stderr } = await promisify(execFile)(process.execPath, [vite, 'build'], {
			cwd: copy,
			env
		});
		return { failed: false, output: stdout + stderr };
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		return { failed: true, output: stdout + stderr };
	}
}

/** The content of all text files of a folder. */
function textOf(folder: string): string {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(
			(name) => /\.(html|json|geojson|csv|js|css|txt)$/.test(name) && statSync(join(folder, name)).isFile()
		)
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');
}

test('the site of a story in another folder contains nothing of the story of the repository', async () => {
	test.slow();
	const { failed, output } = await build('tests/fixtures/stories/second');
	expect(failed, output).toBe(false);
	const built = textOf(join(copy, 'build'));
	for (const { name } of story.places) expect(built).not.toContain(name);
	for (const { quote } of story.passages) expect(built).not.toContain(quote);
	expect(built).not.toMatch(/Grodno|Lukashenko|Telegraph/);

	// Without SITE_URL no head and no policy has an absolute URL.
	const pages = readdirSync(join(copy, 'build'), { recursive: true, encoding: 'utf8' }).filter((name) =>
		/^(embed\/|places\/[^/]+\/)?index\.html$/.test(name.replaceAll('\\', '/'))
	);
	expect(pages.length).toBeGreaterThan(3);
	for (const name of pages) {
		const [head = ''] = readFileSync(join(copy, 'build', name), 'utf8').split('</head>');
		expect(head.includes('property="og:title"'), name).toBe(!name.startsWith('embed'));
		expect(head, name).not.toMatch(/(content|href)="https?:/);
		expect(head, name).not.toContain('og:image');
		expect(policyOf(head), name).toMatch(/script-src 'self' 'sha256-/);
		expect(policyOf(head), name).not.toMatch(/https?:/);
	}
});

test('the build of a story with faults prints all of them, and writes no site', ALL_ROUNDS, async () => {
	test.slow();
	rmSync(join(copy, 'build'), { recursive: true, force: true });
	const faulty = join(copy, 'bad');
	cpSync(join(copy, 'tests/fixtures/stories/second'), faulty, { recursive: true });
	rmSync(join(faulty, 'article/article.yaml'));
	const layer = readdirSync(join(faulty, 'geo')).find((name) => name.endsWith('.geojson')) ?? '';
	cpSync(join(copy, 'package.json'), join(faulty, 'geo', layer));
	const { failed, output } = await build(faulty);
	expect(failed).toBe(true);
	expect(output).toContain('article/article.yaml: the file is missing');
	expect(output).toContain(`geo/${layer}`);
	expect(output).not.toMatch(/^\s+at .*compile/m);
	expect(existsSync(join(copy, 'build'))).toBe(false);
});

test('every link inside the site leads to an existing page and element', () => {
	const built = join(root, 'build');
	const pages = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.html')
	);
	const ids = new Map(
		pages.map((name) => {
			const html = readFileSync(join(built, name), 'utf8');
			return [name, { html, ids: new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id)) }];
		})
	);
	let linkCount = 0;
	for (const [name, { html }] of ids)
		for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
			if (href.startsWith('https:')) continue;
			const { pathname, hash } = new URL(href, `https://site.invalid/${name}`);
			const file = pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1);
			// A link must name a folder with its slash: not every host redirects.
			const isFile = existsSync(join(built, file)) && statSync(join(built, file)).isFile();
			expect(isFile, `${href} in ${name}`).toBe(true);
			if (hash) expect(ids.get(file)?.ids, `${href} in ${name}`).toContain(hash.slice(1));
			linkCount++;
		}
	expect(linkCount).toBeGreaterThan(300);
});

test('the site does not contain the article, nor more of its text than its rights allow', () => {
	const built = textOf(join(root, 'build'));
	expect(existsSync(join(root, 'build', 'article.txt'))).toBe(false);
	const windowLength = 24;
	const published = new Array<boolean>(article.length).fill(false);
	for (let at = 0; at + windowLength <= article.length; at++) {
		const piece = article.slice(at, at + windowLength);
		const escaped = JSON.stringify(piece).slice(1, -1);
		if (built.includes(piece) || built.includes(escaped)) published.fill(true, at, at + windowLength);
	}
	expect(published.filter(Boolean).length / article.length).toBeLessThanOrEqual(story.article.rights.limit);
});
