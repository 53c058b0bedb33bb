/** The headers that hosts must send. */
import { describe, expect, test } from 'vitest';
import { hostFiles, mergePolicies, policyOf, REVALIDATE, rules } from '$lib/server/publish/hosting';

const policy = "default-src 'none'; worker-src 'self' data:";
const headers = rules(policy);
const files = hostFiles(headers);
const sent = headers.flatMap((rule) => Object.entries(rule.headers));

describe('the rules', () => {
	test('allow framing of every page and access from every origin, and set no cookie', () => {
		const names = sent.map(([name]) => name.toLowerCase());
		expect(names).toContain('access-control-allow-origin');
		expect(names).not.toContain('x-frame-options');
		expect(names).not.toContain('set-cookie');
	});

	test('give each file a header once, because hosts would join two values with a comma', () => {
		const [all, ...others] = headers;
		expect(all?.path).toBe('/*');
		for (const { path, headers: own } of others) {
			expect(Object.keys({ ...all?.headers, ...own }).length, path).toBe(
				Object.keys(all?.headers ?? {}).length + Object.keys(own).length
			);
			expect(others.filter((other) => other.path.startsWith(path.replace('*', '')))).toHaveLength(1);
		}
	});
});

describe('the files for hosts', () => {
	test('_headers has a path, and below it its headers, indented', () => {
		const [first = '', ...blocks] = files['_headers']!.split(/\n(?=\S)/);
		expect(first.split('\n').slice(0, 3)).toEqual([
			'/*',
			`  Content-Security-Policy: ${policy}`,
			'  Access-Control-Allow-Origin: *'
		]);
		expect(blocks.map((block) => block.trim())).toEqual([
			'/_app/immutable/*\n  Cache-Control: public, max-age=31536000, immutable',
			'/fonts/*\n  Cache-Control: public, max-age=31536000, immutable'
		]);
	});

	test('.htaccess sets caching for any base path, first for all files and then for immutable ones', () => {
		const lines = files['.htaccess']!.split('\n').map((line) => line.trim());
		expect(lines).toContain(`Header set Content-Security-Policy "${policy}"`);
		const revalidated = lines.indexOf(`Header set Cache-Control "${REVALIDATE}"`);
		const immutable = lines.indexOf(
			'Header set Cache-Control "public, max-age=31536000, immutable" "expr=%{REQUEST_URI} =~ m#/_app/immutable/#"'
		);
		expect(revalidated).toBeGreaterThan(0);
		expect(immutable).toBeGreaterThan(revalidated);
		expect(lines).toContain('AddType application/geo+json .geojson');
	});

	test('vercel.json has the same rules in its own format', () => {
		expect(JSON.parse(files['vercel.json']!)).toEqual({
			headers: [
				{
					source: '/(.*)',
					headers: Object.entries(headers[0]!.headers).map(([key, value]) => ({ key, value }))
				},
				...['/_app/immutable/(.*)', '/fonts/(.*)'].map((source) => ({
					source,
					headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }]
				}))
			]
		});
	});
});

describe('the policy of the header', () => {
	const first = "default-src 'none'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-b='";
	const second =
		"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-c=' 'sha256-b='; img-src 'self'";

	test('is read from the head of each page', () => {
		const page = `<head><meta http-equiv="content-security-policy" content="${first}"><title>A</title></head>`;
		expect(policyOf(page)).toBe(first);
		expect(policyOf('<head><title>A</title></head>')).toBeUndefined();
	});

	test('allows exactly what the pages together allow, each source once', () => {
		expect(mergePolicies([first, second])).toBe(
			"default-src 'none'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-b=' 'sha256-c='; img-src 'self'"
		);
		expect(mergePolicies([first, first])).toBe(first);
		const named = "script-src 'self' https://example.org; connect-src 'self' https://example.org";
		expect(mergePolicies([named, named])).toBe(named);
	});
});
