/** The command an editor types, on a copy of this checkout: what it builds, and what it says when it does not. */
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
import { policyIn } from '../../../src/lib/server/publish/hosting';
import { article, story } from '../../support/browser/page';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const needed = [
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
	for (const path of needed) cpSync(join(root, path), join(copy, path), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

test.afterAll(() => rmSync(copy, { recursive: true, force: true }));

async function build(folder: string): Promise<{ failed: boolean; said: string }> {
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const env = { ...process.env, STORY: folder, SITE_URL: '' };
	try {
		const { stdout, stderr } = await promisify(execFile)(process.execPath, [vite, 'build'], {
			cwd: copy,
			env
		});
		return { failed: false, said: stdout + stderr };
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		return { failed: true, said: stdout + stderr };
	}
}

function textOf(folder: string): string {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(
			(name) => /\.(html|json|geojson|csv|js|css|txt)$/.test(name) && statSync(join(folder, name)).isFile()
		)
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');
}

test('a story in another folder is built, and nothing of the first one is in it', async () => {
	test.slow();
	const { failed, said } = await build('tests/fixtures/second');
	expect(failed, said).toBe(false);
	const built = textOf(join(copy, 'build'));
	for (const { name } of story.places) expect(built).not.toContain(name);
	for (const { quote } of story.passages) expect(built).not.toContain(quote);
	expect(built).not.toMatch(/Grodno|Lukashenko|Telegraph/);

	// Without SITE_URL there is no whole address in any head, nor in a policy.
	const pages = readdirSync(join(copy, 'build'), { recursive: true, encoding: 'utf8' }).filter((name) =>
		/^(embed\/|places\/[^/]+\/)?index\.html$/.test(name.replaceAll('\\', '/'))
	);
	expect(pages.length).toBeGreaterThan(3);
	for (const name of pages) {
		const [head = ''] = readFileSync(join(copy, 'build', name), 'utf8').split('</head>');
		expect(head.includes('property="og:title"'), name).toBe(!name.startsWith('embed'));
		expect(head, name).not.toMatch(/(content|href)="https?:/);
		expect(head, name).not.toContain('og:image');
		expect(policyIn(head), name).toMatch(/script-src 'self' 'sha256-/);
		expect(policyIn(head), name).not.toMatch(/https?:/);
	}
});

test('a story with faults tells all of them in sentences, and leaves no build behind', async () => {
	test.slow();
	rmSync(join(copy, 'build'), { recursive: true, force: true });
	const bad = join(copy, 'bad');
	cpSync(join(copy, 'tests/fixtures/second'), bad, { recursive: true });
	rmSync(join(bad, 'article/article.yaml'));
	const layer = readdirSync(join(bad, 'geo')).find((name) => name.endsWith('.geojson')) ?? '';
	cpSync(join(copy, 'package.json'), join(bad, 'geo', layer));
	const { failed, said } = await build(bad);
	expect(failed).toBe(true);
	expect(said).toContain('article/article.yaml: the file is missing');
	expect(said).toContain(`geo/${layer}`);
	expect(said).not.toMatch(/^\s+at .*compile/m);
	expect(existsSync(join(copy, 'build'))).toBe(false);
});

test('every link within the site leads to something that is there', () => {
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
	let followed = 0;
	for (const [name, { html }] of ids)
		for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
			if (href.startsWith('https:')) continue;
			const { pathname, hash } = new URL(href, `https://site.invalid/${name}`);
			const file = pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1);
			// A host need not lead from a folder to the page in it.
			const there = existsSync(join(built, file)) && statSync(join(built, file)).isFile();
			expect(there, `${href} in ${name}`).toBe(true);
			if (hash) expect(ids.get(file)?.ids, `${href} in ${name}`).toContain(hash.slice(1));
			followed++;
		}
	expect(followed).toBeGreaterThan(300);
});

test('the article is not in the build, nor more of it than its rights allow', () => {
	const built = textOf(join(root, 'build'));
	expect(existsSync(join(root, 'build', 'article.txt'))).toBe(false);
	const window = 24;
	const found = new Array<boolean>(article.length).fill(false);
	for (let at = 0; at + window <= article.length; at++) {
		const piece = article.slice(at, at + window);
		const escaped = JSON.stringify(piece).slice(1, -1);
		if (built.includes(piece) || built.includes(escaped)) found.fill(true, at, at + window);
	}
	expect(found.filter(Boolean).length / article.length).toBeLessThanOrEqual(story.article.rights.limit);
});
