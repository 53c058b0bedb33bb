/** What the reader has chosen, told to what is not alive: the page's theme, the list, the page around a frame. */
import { on } from 'svelte/events';
import { speakHeight } from '$lib/embed/height';
import { speakMessages } from '$lib/embed/messages';
import { naturalHeight, observeRows } from '$lib/embed/natural-height';
import { showInList } from '$lib/embed/list';
import type { Reader } from '$lib/reader/reader.svelte';

export function followReader(reader: Reader, embed: boolean): void {
	if (!embed) return;
	const { selection } = reader;
	const messages = speakMessages(window, {
		has: (id) => reader.isPlace(id) || reader.isPassage(id),
		select: (id) => selection.select(id),
		selected: () => reader.selected || undefined
	});
	const height = speakHeight(window, naturalHeight);
	on(window, 'resize', height.changed);
	observeRows(height.changed);
	// Out of view a browser lays a frame out for nobody, and so tells of no size either.
	height.changed();
	$effect.root(() => {
		$effect(() => {
			messages.changed();
			showInList(reader.selected);
		});
	});
}
