/** Connects the reader's selection and the height of an embed to its host page, and its list to the selection. */
import { on } from 'svelte/events';
import { reportHeight } from '$lib/embed/height';
import { exchangeMessages } from '$lib/embed/messages';
import { naturalHeight, observeHeight } from '$lib/embed/natural-height';
import { scrollListTo } from '$lib/embed/list';
import type { Reader } from '$lib/reader/reader.svelte';

export function followReader(reader: Reader, embed: boolean): void {
	if (!embed) return;
	const { selection } = reader;
	const messages = exchangeMessages(window, {
		has: (id) => reader.isPlace(id) || reader.isPassage(id),
		select: (id) => selection.select(id),
		selected: () => reader.selected || undefined
	});
	const height = reportHeight(window, naturalHeight);
	on(window, 'resize', height.changed);
	observeHeight(height.changed);
	// A browser may not lay out a frame that is out of view. No observer is called then, so the first report is made
	// here.
	height.changed();
	$effect.root(() => {
		$effect(() => {
			messages.changed();
			scrollListTo(reader.selected);
		});
	});
}
