/** Reports the height of an embed to its host page, in the formats of five iframe resizers. */
import { connectToHost, type Frame, type Reporter } from './frame';

/** CSS pixels. A lower height is not reported: a page that is laid out is higher. */
const MIN_HEIGHT = 50;
/** CSS pixels. */
const MAX_HEIGHT = 20_000;
/** CSS pixels by which the height must differ from the last report. */
const MIN_CHANGE = 2;
/** Milliseconds between two measurements. */
const INTERVAL = 100;

/** The id that a host gives its frame. pym and iframe-resizer expect it in every answer, so its form is checked. */
const FRAME_ID = '[A-Za-z0-9][\\w.-]{0,63}';
const pymId = new RegExp(`^${FRAME_ID}$`);
/**
 * Start of the first message of iframe-resizer: frame id, margin, whether it sizes the width. The rest is not needed.
 */
const resizerInit = new RegExp(`^\\[iFrameSizer\\](${FRAME_ID}):\\d{1,4}:(?:true|false):`);
const resizerRequests = ['[iFrameSizer]resize', '[iFrameSizer]reset'];

/**
 * Reports the height of the page to the host page: to Datawrapper's and AMP's listeners, to pym 1 if the query has its
 * `childId`, and to iframe-resizer 4 and 5 if the host has sent their first message.
 *
 * It measures at most once in 100 ms, and always after the last change. It reports a height that differs by 2 CSS
 * pixels or more, and any height when iframe-resizer requests it: iframe-resizer drops a size that arrives in a hidden
 * tab, and requests it later.
 *
 * @param measure height of the content in CSS pixels. It must not depend on the height of the frame, or both would grow
 * without end.
 */
export function reportHeight(frame: Frame, measure: () => number): Reporter {
	const resizer: Resizer = { id: undefined, request: undefined };
	const host = connectToHost(frame, (data) => {
		if (readRequest(data, resizer)) schedule.run();
	});
	if (!host) return { changed: () => undefined, stop: () => undefined };

	const childId = new URLSearchParams(frame.location.search).get('childId') ?? '';
	let reported: number | undefined;
	const schedule = throttle(() => {
		const height = Math.min(Math.ceil(measure()), MAX_HEIGHT);
		const isNew =
			height >= MIN_HEIGHT && (reported === undefined || Math.abs(height - reported) >= MIN_CHANGE);
		if (isNew) {
			reported = height;
			host.send({ 'datawrapper-height': { 'border-passages': height } });
			host.send({ sentinel: 'amp', type: 'embed-size', height });
			if (pymId.test(childId)) host.send(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
		}
		if (resizer.id !== undefined && reported !== undefined && (isNew || resizer.request)) {
			// Version 5 ignores a size without a width.
			const width = Math.max(1, Math.round(frame.innerWidth));
			host.send(`[iFrameSizer]${resizer.id}:${reported}:${width}:${resizer.request ?? 'size'}`);
			resizer.request = undefined;
		}
	});

	// iframe-resizer 4 and 5 send their first message at the load event, which may be over. This makes them send it
	// again.
	host.send('[iFrameResizerChild]Ready');
	return {
		changed: schedule.run,
		stop() {
			schedule.cancel();
			host.close();
		}
	};
}

/** What iframe-resizer has sent so far. */
interface Resizer {
	/** The id of the frame, once its first message has arrived. */
	id: string | undefined;
	/** A request that has not been answered, as the answer names it. */
	request: 'init' | 'size' | undefined;
}

/** Records a message of iframe-resizer; whether it was one that needs an answer. */
function readRequest(data: unknown, resizer: Resizer): boolean {
	if (typeof data !== 'string') return false;
	const id = resizerInit.exec(data)?.[1];
	if (id !== undefined) {
		resizer.id = id;
		resizer.request = 'init';
		return true;
	}
	if (resizer.id === undefined || !resizerRequests.includes(data)) return false;
	resizer.request ??= 'size';
	return true;
}

/**
 * Runs the task at once, but at most once in the interval; a run that comes too early follows when the interval ends.
 */
function throttle(task: () => void): { run: () => void; cancel: () => void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let again = false;
	const run = (): void => {
		again = timer !== undefined;
		if (again) return;
		task();
		timer = setTimeout(() => {
			timer = undefined;
			if (again) run();
		}, INTERVAL);
	};
	return { run, cancel: () => clearTimeout(timer) };
}
