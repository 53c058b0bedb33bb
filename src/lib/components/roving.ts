/**
 * Makes a group of links or checkboxes one tab stop; the arrow keys move within it
 * (https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex). Without script each is a tab stop.
 */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Returns an attachment for each control of a group, in their order. */
export function rovingGroup(): Attachment<HTMLElement> {
	const controls: HTMLElement[] = [];

	const stopAt = (stop: HTMLElement): void => {
		for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
	};

	const move = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const usable = controls.filter((control) => control.checkVisibility() && !control.matches(':disabled'));
		const next = neighbour(usable, usable.indexOf(event.currentTarget as HTMLElement), event.key);
		if (!next) return;
		event.preventDefault();
		next.focus();
	};

	return (control) => {
		controls.push(control);
		const [first = control] = controls;
		stopAt(
			controls.includes(document.activeElement as HTMLElement)
				? (document.activeElement as HTMLElement)
				: first
		);
		const stopListening = [on(control, 'focus', () => stopAt(control)), on(control, 'keydown', move)];
		return () => {
			controls.splice(controls.indexOf(control), 1);
			for (const stop of stopListening) stop();
		};
	};
}

function neighbour(controls: HTMLElement[], at: number, key: string): HTMLElement | undefined {
	if (at < 0) return undefined;
	if (key === 'Home') return controls[0];
	if (key === 'End') return controls.at(-1);
	const step = STEPS[key];
	return step ? controls[(at + step + controls.length) % controls.length] : undefined;
}
