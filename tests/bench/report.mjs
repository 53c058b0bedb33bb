// What was measured as Markdown: medians with their least and most, and beside them what was promised.
import { median } from './numbers.mjs';

const UNITS = {
	'first quote by link': 'ms',
	'first quote by press': 'ms',
	'live map drawn': 'ms',
	'bytes until drawn': 'KB',
	'blocking time': 'ms',
	'layout shift': '',
	heap: 'MB',
	'press to quote': 'ms',
	'frames: processor': 'ms',
	'frames: bytes besides HTML': 'KB',
	'frames: files of the live map': ''
};

/** At most this share of another page's figure, or this much at all, at most; `only`: for one profile. */
const PROMISES = [
	{ figure: 'first quote by link', against: 'floor', share: 1.4 },
	{ figure: 'first quote by press', against: 'floor', share: 2 },
	{ figure: 'live map drawn', against: 'maplibre', share: 0.85 },
	{ figure: 'bytes until drawn', against: 'maplibre', share: 0.7 },
	{ figure: 'blocking time', against: 'maplibre', share: 0.9, only: 'mobile' },
	{ figure: 'layout shift', most: 0 },
	{ figure: 'heap', against: 'maplibre', share: 0.85 },
	{ figure: 'press to quote', against: 'maplibre', share: 0.8 },
	{ figure: 'frames: bytes besides HTML', most: 45 },
	{ figure: 'frames: files of the live map', most: 0 },
	{ figure: 'frames: processor', against: 'floor', share: 2 }
];

export const met = (holds) => (holds ? 'met' : '**not met**');

export const table = (head, rows) =>
	[head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
		.map((cells) => `| ${cells.join(' | ')} |\n`)
		.join('');

/** Small figures with a decimal; none where nothing was measured. */
export function rounded(value) {
	if (value === undefined) return '–';
	return value.toFixed(value === 0 || value >= 100 ? 0 : value < 1 ? 3 : 1);
}

export function spread(values = []) {
	if (values.length === 0) return '–';
	return `${rounded(median(values))} (${rounded(Math.min(...values))}–${rounded(Math.max(...values))})`;
}

/** `samples`: page to figure to values. With ours, what it has of each of the others. */
export function figuresTable(samples) {
	const pages = Object.keys(samples);
	const others = pages.filter((page) => samples.ours && page !== 'ours');
	const measured = Object.entries(UNITS).filter(([figure]) => pages.some((page) => samples[page][figure]));
	const rows = measured.map(([figure, unit]) => [
		unit ? `${figure}, ${unit}` : figure,
		...pages.map((page) => spread(samples[page][figure])),
		...others.map((page) => rounded(ratio(samples.ours[figure], samples[page][figure])))
	]);
	return table(['', ...pages, ...others.map((page) => `ours : ${page}`)], rows);
}

/** Undefined where one was not measured, or is nothing. */
export function ratio(values = [], others = []) {
	const share = median(values) / median(others);
	return Number.isFinite(share) ? share : undefined;
}

export function promisesTable(samples, profile) {
	const rows = PROMISES.filter(({ only }) => !only || only === profile).map(
		({ figure, against, share, most }) => {
			const ours = samples.ours[figure];
			const found = against ? ratio(ours, samples[against]?.[figure]) : median(ours ?? []);
			const promise = against ? `${share} × ${against}` : `${most} ${UNITS[figure]}`.trim();
			const measured = rounded(found) + (against ? ' ×' : '');
			return [figure, promise, measured, met(found <= (share ?? most))];
		}
	);
	return table(['', 'at most', 'measured', ''], rows);
}

/** HTML of a page against what it may weigh, in kilobytes. */
export function weightsTable(weights) {
	const rows = weights.map(({ page, raw, gzip, brotli, mostRaw = Infinity, mostGzip }) => [
		page,
		`${rounded(raw)}${mostRaw < Infinity ? ` of ${mostRaw}` : ''}`,
		`${rounded(gzip)} of ${mostGzip}`,
		rounded(brotli),
		met(raw <= mostRaw && gzip <= mostGzip)
	]);
	return table(['HTML', 'raw, KB', 'gzip, KB', 'brotli, KB', ''], rows);
}
