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

/** Svelte marks with comments where a browser would take the page over. None does here, and they are a tenth of the bytes. */
const MARKS = /<!--[^\s>]*-->/g;

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => html.replace(MARKS, '') });
