import type { HandleServerError } from '@sveltejs/kit';
import { StoryError } from '$lib/server/input/faults';

let told = false;

/** A fault of the story is told once, in its own sentences, without a stack. */
export const handleError: HandleServerError = ({ error, message }) => {
	if (!(error instanceof StoryError)) console.error(error);
	else if (!told) console.error(`\n${error.message}\n`);
	told = true;
	return { message };
};
