/**
 * The HTTP headers that a host must send. A build writes them in the formats of static hosts, and the preview sends
 * them.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

export interface Rule {
	/** URL path from the site's root, which ends in `*`. */
	path: string;
	headers: Record<string, string>;
}

/**
 * Cache-Control of all files whose names do not change with their content. A cached page from before a deployment would
 * refer to files that no longer exist. It is not one of the rules, because a host that finds a header in two rules
 * joins the values. Hosts that have rules send it by default.
 */
export const REVALIDATE = 'public, max-age=0, must-revalidate';

/** No rule may prevent framing (`X-Frame-Options`, `frame-ancestors`), and no file may get a header from two rules. */
export function rules(policy: string): Rule[] {
	return [
		{
			path: '/*',
			headers: {
				// On every file, because a worker obeys the policy of its own script and not that of the page.
				'Content-Security-Policy': policy,
				// A sandboxed frame has an opaque origin, so even the site's own scripts and data are cross-origin.
				'Access-Control-Allow-Origin': '*',
				'Cross-Origin-Resource-Policy': 'cross-origin',
				// A host page with this header may embed only frames that have it, and these only such workers.
				'Cross-Origin-Embedder-Policy': 'require-corp',
				'X-Content-Type-Options': 'nosniff'
			}
		},
		// The names of these files change with their content.
		...['/_app/immutable/*', '/fonts/*'].map((path) => ({
			path,
			headers: { 'Cache-Control': 'public, max-age=31536000, immutable' }
		}))
	];
}

/**
 * The Content-Security-Policy in the head of a page, to which SvelteKit has added the hashes of inline scripts and
 * styles.
 */
export function policyOf(html: string): string | undefined {
	return /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
}

/** A policy that allows everything that any of the policies allows. A page obeys this one and the one in its head. */
export function mergePolicies(policies: string[]): string {
	const directives = new Map<string, Set<string>>();
	for (const directive of policies.flatMap((policy) => policy.split('; '))) {
		const [name = '', ...sources] = directive.split(' ');
		directives.set(name, new Set([...(directives.get(name) ?? []), ...sources]));
	}
	return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/** The configuration files of static hosts, by file name. */
export function hostFiles(rules: Rule[]): Record<string, string> {
	return {
		// Netlify and Cloudflare.
		_headers: rules
			.map(({ path, headers }) => `${path}\n${lines(headers, (name, value) => `  ${name}: ${value}\n`)}`)
			.join(''),
		// Apache.
		'.htaccess': `<IfModule mod_headers.c>
	Header set Cache-Control "${REVALIDATE}"
${rules
	.map(({ path, headers }) => {
		// Not anchored with `^`: REQUEST_URI starts at the root of the host, and the site may be in a folder of it.
		const condition = path === '/*' ? '' : ` "expr=%{REQUEST_URI} =~ m#${path.replace('*', '')}#"`;
		return lines(headers, (name, value) => `\tHeader set ${name} "${value}"${condition}\n`);
	})
	.join('')}</IfModule>
<IfModule mod_mime.c>
	AddType application/geo+json .geojson
</IfModule>
`,
		'vercel.json': JSON.stringify({
			headers: rules.map(({ path, headers }) => ({
				source: path.replace('*', '(.*)'),
				headers: Object.entries(headers).map(([key, value]) => ({ key, value }))
			}))
		}),
		// Without this file, GitHub Pages does not publish folders of a branch whose names begin with an underscore.
		'.nojekyll': ''
	};
}

function lines(headers: Rule['headers'], line: (name: string, value: string) => string): string {
	return Object.entries(headers)
		.map(([name, value]) => line(name, value))
		.join('');
}

function rulesOf(build: string): Rule[] {
	const pages = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.html')
	);
	return rules(
		mergePolicies(pages.flatMap((name) => policyOf(readFileSync(join(build, name), 'utf8')) ?? []))
	);
}

/** Vite plugin: writes the files for hosts into build/, and sends the headers in `vite preview`. */
export function hosting(): Plugin {
	let config: ResolvedConfig;
	const build = (): string => join(config.root, 'build');
	return {
		name: 'hosting',
		// Vite's own CORS headers depend on the Origin of the request.
		config: () => ({ preview: { cors: false } }),
		configResolved(resolved) {
			config = resolved;
		},
		closeBundle: {
			// SvelteKit runs two builds. The adapter writes build/ at the end of the server build, so this must come after
			// it.
			order: 'post',
			sequential: true,
			handler() {
				// The story has faults if there is no build/.
				if (!config.build.ssr || !existsSync(build())) return;
				for (const [name, text] of Object.entries(hostFiles(rulesOf(build())))) {
					writeFileSync(join(build(), name), text);
				}
			}
		},
		configurePreviewServer({ middlewares }) {
			const siteRules = rulesOf(build());
			middlewares.use((request, response, next) => {
				response.setHeader('Cache-Control', REVALIDATE);
				for (const { path, headers } of siteRules) {
					if (request.url?.startsWith(path.replace('*', ''))) response.setHeaders(new Headers(headers));
				}
				next();
			});
		}
	};
}
