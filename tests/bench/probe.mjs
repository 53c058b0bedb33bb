/* global document, getComputedStyle, requestAnimationFrame, window */

/**
 * Runs in each measured page before anything of its own, in all the same: notes in `window.bench` when the quote can be
 * read and the map is drawn, in milliseconds since the page was asked for, and what the browser tells of it. It tells
 * of it by itself, by `window.tell`: whoever asks a page has it run a script first, at the cost of what is measured.
 */
export function probe({ place, passage, presses }) {
	const bench = (window.bench = {
		quote: 0,
		pressed: 0,
		drawn: 0,
		at: undefined,
		shift: 0,
		tasks: [],
		/** Whether to tell where the place can be pressed, as soon as it can. */
		looking: presses
	});
	const tell = (what, value) => window.tell(JSON.stringify([what, value]));
	const observe = (type, note) =>
		new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
	observe('longtask', ({ startTime, duration }) => bench.tasks.push([startTime, duration]));
	observe('layout-shift', ({ value, hadRecentInput }) => (bench.shift += hadRecentInput ? 0 : value));
	window.addEventListener('pointerdown', ({ timeStamp }) => (bench.pressed = timeStamp), true);

	// What a page calls drawn is only told to the graphics processor: it counts when that has done it, in every page.
	const contexts = [];
	const getContext = window.HTMLCanvasElement.prototype.getContext;
	window.HTMLCanvasElement.prototype.getContext = function (...asked) {
		const context = getContext.apply(this, asked);
		if (asked[0] === 'webgl2' && context && !contexts.includes(context)) contexts.push(context);
		return context;
	};
	const isPainted = (context) => {
		const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
		context.flush();
		return new Promise((done) => {
			const look = () =>
				context.getSyncParameter(fence, context.SYNC_STATUS) === context.SIGNALED
					? done()
					: setTimeout(look, 4);
			look();
		});
	};

	/** Nothing is read before the first picture, of which the browser tells afterwards. */
	const isSeen = new Promise((done) =>
		observe('paint', ({ name, startTime }) => name === 'first-contentful-paint' && done(startTime))
	);
	const afterPaint = new MessageChannel();
	afterPaint.port1.onmessage = async ({ data }) => {
		if (data === 'drawn') await Promise.all(contexts.map(isPainted));
		if (bench[data]) return;
		bench[data] = performance.now();
		tell(data, data === 'quote' ? Math.max(bench.quote, await isSeen) : bench[data]);
	};
	let told = false;
	requestAnimationFrame(function look() {
		// To ask where something stands that is not shown yet would have the page lay it out.
		const shown = symbol();
		const box = shown?.checkVisibility() && shown.getBoundingClientRect();
		if (box?.width) bench.at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
		// A message sent in a frame arrives when that frame has been painted.
		if (!told && document.querySelector('[data-map="live"]')) {
			told = true;
			afterPaint.port2.postMessage('drawn');
		}
		if (!bench.quote && isReadable()) afterPaint.port2.postMessage('quote');
		const spot = bench.looking && spotOf();
		if (spot) {
			bench.looking = false;
			tell('spot', spot);
		}
		requestAnimationFrame(look);
	});

	/** The whole first line: in the window, neither cut off nor covered, nor fading in, nor waiting for its font. */
	function isReadable() {
		const quote = document.querySelector(`[data-popup="${place}"] [data-passage="${passage}"]`);
		if (!quote?.checkVisibility({ visibilityProperty: true })) return false;
		const text = document.createRange();
		text.selectNodeContents(quote);
		const [line] = text.getClientRects();
		const onTop = (x) => quote.contains(document.elementFromPoint(x, line.top + line.height / 2));
		if (!line || !onTop(line.left + 2) || !onTop(line.right - 2)) return false;
		let opacity = 1;
		for (let part = quote; part; part = part.parentElement) opacity *= Number(getComputedStyle(part).opacity);
		const family = getComputedStyle(quote).fontFamily;
		const awaited = [...document.fonts].some(
			(font) => font.status === 'loading' && font.display !== 'swap' && family.includes(font.family)
		);
		return opacity >= 0.5 && !awaited;
	}

	/** Of the place, on the still map. */
	function symbol() {
		return document.querySelector(`svg [data-place="${place}"] .symbol`);
	}

	/** Where the place can be pressed, once it can. Where ours is live, that is where it stood on the still map. */
	function spotOf() {
		if (window.spotOf) return window.spotOf();
		if (!bench.at || !symbol()?.checkVisibility()) return bench.at;
		const pressed = document.elementFromPoint(bench.at.x, bench.at.y)?.closest('[data-place]');
		return pressed?.dataset.place === place ? bench.at : undefined;
	}
}
