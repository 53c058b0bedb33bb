/** The fragment of the address is the selection: a place, a passage, or neither. */
import type { Story } from '$lib/model';

export interface Selection {
	readonly place: Story['places'][number] | undefined;
	readonly passage: Story['passages'][number] | undefined;
	/** To be called when the address may have changed. */
	read(): void;
}

export function createSelection(story: () => Story): Selection {
	let fragment = $state('');
	return {
		get place() {
			return story().places.find(({ id }) => id === fragment);
		},
		get passage() {
			return story().passages.find(({ id }) => id === fragment);
		},
		read() {
			fragment = location.hash.slice(1);
		}
	};
}

/** Selects by the address alone: back and forward, shared links and presses are one thing. */
export function select(id: string | undefined): void {
	location.hash = id ?? 'map';
}
