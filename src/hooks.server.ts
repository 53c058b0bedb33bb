/** Server hooks of SvelteKit: how errors while rendering are reported. */
import type { HandleServerError } from '@sveltejs/kit';
import { StoryError } from '$lib/server/input/faults';

let reported = false;

/** Prints the faults of a story without a stack trace, and only once: every page fails with the same ones. */
export const handleError: HandleServerError = ({ error, message }) => {
	if (!(error instanceof StoryError)) console.error(error);
	else if (!reported) console.error(`\n${error.message}\n`);
	reported = true;
	return { message };
};
