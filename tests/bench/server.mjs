// Serves folders as a good host does, compressed ahead of time, and keeps account of what is asked for.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createLine } from './line.mjs';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.geojson': 'application/geo+json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png'
};
const PACKED = ['.png'];
/** Bytes, above which the best compression takes longer than anyone would wait. */
const LARGE = 2_000_000;

/**
 * `folders`: name to folder; the name is the first step of an address. `asked`: what was asked for, with its bytes.
 * `setLine`: how fast the answers go, or nothing for as fast as they can.
 */
export async function serve(folders) {
	const asked = [];
	const files = new Map();
	let line;
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url, 'http://host');
		const [, name, ...steps] = pathname.split('/');
		const path = join(folders[name] ?? '/nowhere', ...steps, pathname.endsWith('/') ? 'index.html' : '');
		if (!files.has(path)) files.set(path, readWhole(path));
		const file = files.get(path);
		const { socket } = request;
		const before = socket.bytesWritten;
		const html = extname(path) === '.html';
		const entry = { path: pathname, html, at: Date.now(), bytes: 0, found: file !== undefined };
		asked.push(entry);
		// Headers too, and what workers fetch.
		response.on('finish', () => (entry.bytes = socket.bytesWritten - before));
		if (!file) return response.writeHead(404).end();
		// Every visit begins with an empty cache; within one, a file is asked for once.
		const headers = { ...headersOf(folders[name]), 'Cache-Control': 'max-age=60', Vary: 'Accept-Encoding' };
		const coding = ['br', 'gzip'].find(
			(coding) => file[coding] && request.headers['accept-encoding']?.includes(coding)
		);
		const body = coding ? file[coding] : file.raw;
		response.writeHead(200, {
			...headers,
			'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
			'Content-Length': body.length,
			...(coding && { 'Content-Encoding': coding })
		});
		if (line) void line(response, body);
		else response.end(body);
	});
	await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
	return {
		port: server.address().port,
		asked,
		setLine(speed) {
			line = speed && createLine(speed);
		},
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}

function readWhole(path) {
	if (!existsSync(path) || !statSync(path).isFile()) return undefined;
	const raw = readFileSync(path);
	if (PACKED.includes(extname(path))) return { raw };
	const params = { [constants.BROTLI_PARAM_QUALITY]: raw.length > LARGE ? 9 : 11 };
	return { raw, br: brotliCompressSync(raw, { params }), gzip: gzipSync(raw, { level: 9 }) };
}

const read = new Map();

/** What the site itself asks of its host for every file: src/lib/server/publish/hosting.ts. */
function headersOf(folder) {
	if (!read.has(folder)) {
		const file = join(folder, '_headers');
		const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
		const everywhere = /^\/\*\n((?: .*\n)*)/.exec(text)?.[1] ?? '';
		read.set(
			folder,
			Object.fromEntries([...everywhere.matchAll(/^ *([^:]+): (.*)$/gm)].map((line) => line.slice(1)))
		);
	}
	return read.get(folder);
}
