/** How high the page would like its frame to be, told in the words of five resizers. */
import { lineToHost, type Frame, type Teller } from './frame';

/** CSS pixels. A page of less is not laid out, as where the host hides it, and knows no height. */
const SHORTEST = 50;
const TALLEST = 20_000;
const STEP = 2;
/** Milliseconds. */
const PAUSE = 100;

/** What a host may call its frame. Both pym and iframe-resizer have it come back in every answer. */
const NAME = '[A-Za-z0-9][\\w.-]{0,63}';
const pymName = new RegExp(`^${NAME}$`);
/** The first words of iframe-resizer: name, margin, whether it sizes the width, and more that is of no use here. */
const greeting = new RegExp(`^\\[iFrameSizer\\](${NAME}):\\d{1,4}:(?:true|false):`);
const questions = ['[iFrameSizer]resize', '[iFrameSizer]reset'];

/**
 * Tells the host page how tall this page is, in the words of the resizers that newsrooms have already: Datawrapper,
 * AMP, pym 1 where the query has its `childId`, and iframe-resizer 4 and 5 where the host speaks it first.
 *
 * `measure`: height of the content in CSS pixels, which must not depend on the height of the frame, or both grow for
 * ever. Measured and said at most once in 100 ms, the last change included, and said only when it is another by
 * 2 px or more, or when iframe-resizer asks: it forgets a size that it hears in a hidden tab, and asks again.
 */
export function speakHeight(frame: Frame, measure: () => number): Teller {
	const childId = new URLSearchParams(frame.location.search).get('childId') ?? '';
	let told: number | undefined;
	let resizer: string | undefined;
	let owed: 'init' | 'size' | undefined;
	let pause: ReturnType<typeof setTimeout> | undefined;
	let again = false;

	const line = lineToHost(frame, (data) => {
		if (typeof data !== 'string') return;
		const name = greeting.exec(data)?.[1];
		if (name !== undefined) {
			resizer = name;
			owed = 'init';
		} else if (resizer !== undefined && questions.includes(data)) owed ??= 'size';
		else return;
		changed();
	});
	if (!line) return { changed: () => undefined, stop: () => undefined };

	const tell = () => {
		const height = Math.min(Math.ceil(measure()), TALLEST);
		const moved = height >= SHORTEST && (told === undefined || Math.abs(height - told) >= STEP);
		if (moved) {
			told = height;
			line.say({ 'datawrapper-height': { 'border-passages': height } });
			line.say({ sentinel: 'amp', type: 'embed-size', height });
			if (pymName.test(childId)) line.say(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
		}
		if (resizer !== undefined && told !== undefined && (moved || owed)) {
			// Version 5 ignores a size that has no width.
			const width = Math.max(1, Math.round(frame.innerWidth));
			line.say(`[iFrameSizer]${resizer}:${told}:${width}:${owed ?? 'size'}`);
			owed = undefined;
		}
	};
	const changed = () => {
		again = pause !== undefined;
		if (again) return;
		tell();
		pause = setTimeout(() => {
			pause = undefined;
			if (again) changed();
		}, PAUSE);
	};

	// The page may come alive after its load event, when the greetings of versions 4 and 5 are over; this brings another.
	line.say('[iFrameResizerChild]Ready');
	return {
		changed,
		stop() {
			clearTimeout(pause);
			line.close();
		}
	};
}
