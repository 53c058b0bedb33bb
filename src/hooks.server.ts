/** Server hooks of SvelteKit: how errors while rendering are reported. */
import type { HandleServerError } from '@sveltejs/kit';
import { StoryError } from '$lib/server/input/faults';

let reported = '';

/**
 * Prints the faults of a story without a stack trace. Every page fails with the same faults, so they are printed again only
 * after they have changed.
 */
export const handleError: HandleServerError = ({ error, message }) => {
	if (!(error instanceof StoryError)) console.error(error);
	else if (error.message !== reported) {
		console.error(`\n${error.message}\n`);
		reported = error.message;
	}
	return { message };
};
