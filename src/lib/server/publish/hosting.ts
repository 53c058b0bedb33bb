/** What a host must send with the site, from one list: as the files that static hosts read, and by the preview here. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

export interface Rule {
	/** Of the address; `*` stands at its end. */
	path: string;
	headers: Record<string, string>;
}

/**
 * For all but the files whose names change with their content: a page that is older than the last deploy names files
 * that are gone. It stands in no rule, since hosts join what two rules say of one header; those with rules send it anyway.
 */
export const FRESH = 'public, max-age=0, must-revalidate';

/** Nothing here may keep a page from being framed, and no two rules may send the same header. */
export function rules(policy: string): Rule[] {
	return [
		{
			path: '/*',
			headers: {
				// With everything, since a worker obeys what came with its own file and not what came with the page.
				'Content-Security-Policy': policy,
				// A sandboxed frame has no origin: to it the site's own scripts and data are another's.
				'Access-Control-Allow-Origin': '*',
				'Cross-Origin-Resource-Policy': 'cross-origin',
				// A host page that demands this of itself demands it of its frames and their workers.
				'Cross-Origin-Embedder-Policy': 'require-corp',
				'X-Content-Type-Options': 'nosniff'
			}
		},
		{ path: '/_app/immutable/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } }
	];
}

/** The policy that a page carries in its head, where SvelteKit has put the hashes of what is inline. */
export function policyIn(html: string): string | undefined {
	return /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
}

/** One policy that allows what each of these does: a page obeys both this one and its own. */
export function union(policies: string[]): string {
	const directives = new Map<string, Set<string>>();
	for (const directive of policies.flatMap((policy) => policy.split('; '))) {
		const [name = '', ...sources] = directive.split(' ');
		directives.set(name, new Set([...(directives.get(name) ?? []), ...sources]));
	}
	return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/** What static hosts read, by the names under which they look for it. */
export function hostFiles(rules: Rule[]): Record<string, string> {
	return {
		// Netlify, Cloudflare and others.
		_headers: rules
			.map(({ path, headers }) => `${path}\n${each(headers, (name, value) => `  ${name}: ${value}\n`)}`)
			.join(''),
		// Apache.
		'.htaccess': `<IfModule mod_headers.c>
	Header set Cache-Control "${FRESH}"
${rules
	.map(({ path, headers }) => {
		// The site may stand below the root, which is where an address begins here.
		const where = path === '/*' ? '' : ` "expr=%{REQUEST_URI} =~ m#${path.replace('*', '')}#"`;
		return each(headers, (name, value) => `\tHeader set ${name} "${value}"${where}\n`);
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
		// From a branch, GitHub Pages leaves out folders that begin with an underscore unless this file is there.
		'.nojekyll': ''
	};
}

function each(headers: Rule['headers'], line: (name: string, value: string) => string): string {
	return Object.entries(headers)
		.map(([name, value]) => line(name, value))
		.join('');
}

function rulesOf(build: string): Rule[] {
	const pages = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.html')
	);
	return rules(union(pages.flatMap((name) => policyIn(readFileSync(join(build, name), 'utf8')) ?? [])));
}

export function hosting(): Plugin {
	let config: ResolvedConfig;
	const build = (): string => join(config.root, 'build');
	return {
		name: 'hosting',
		// The preview's own headers would depend on who asks.
		config: () => ({ preview: { cors: false } }),
		configResolved(resolved) {
			config = resolved;
		},
		closeBundle: {
			// After SvelteKit's, which runs the adapter, and like it only in the outer of its two builds.
			order: 'post',
			sequential: true,
			handler() {
				// A story with faults leaves no build.
				if (!config.build.ssr || !existsSync(build())) return;
				for (const [name, text] of Object.entries(hostFiles(rulesOf(build())))) {
					writeFileSync(join(build(), name), text);
				}
			}
		},
		configurePreviewServer({ middlewares }) {
			const sent = rulesOf(build());
			middlewares.use((request, response, next) => {
				response.setHeader('Cache-Control', FRESH);
				for (const { path, headers } of sent) {
					if (request.url?.startsWith(path.replace('*', ''))) response.setHeaders(new Headers(headers));
				}
				next();
			});
		}
	};
}
