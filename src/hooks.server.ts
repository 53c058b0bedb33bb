import type { Handle, HandleServerError } from '@sveltejs/kit';
import { StoryError } from '$lib/server/faults';

let told = false;

/** A fault of the story is told once, in its own sentences, without a stack. */
export const handleError: HandleServerError = ({ error, message }) => {
	if (!(error instanceof StoryError)) console.error(error);
	else if (!told) console.error(`\n${error.message}\n`);
	told = true;
	return { message };
};

/**
 * Comments are for who reads the source, or mark where a browser would take the page over, which none does here; and
 * SvelteKit names style sheets, switched off, whose rules are in the page already. They are a tenth of the bytes. Of a
 * picture the empty elements close themselves.
 */
const UNUSED = /<!--[^]*?-->|\s*<link [^>]*" disabled media="\(max-width: 0\)">/g;
const CLOSING = /><\/(path|circle)>/g;

/**
 * Where one of these begins or ends, white space shows nothing, and each is one more node for the browser to make. A
 * quote is none of them: its words stay as they are.
 */
const BLOCK =
	'</?(?:article|div|figcaption|figure|footer|h[1-6]|header|i|li|main|ol|p|section|ul)(?: [^<>]*)?>';
const BLANK = new RegExp(`(?<=${BLOCK})\\s+(?=<)|(?<=>)\\s+(?=${BLOCK})`, 'g');

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => html.replace(UNUSED, '').replace(CLOSING, '/>').replace(BLANK, '')
	});
