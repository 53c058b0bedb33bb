/**
 * One tab stop for each group of links or switches, the arrow keys within it
 * (https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex). A group is what carries
 * `data-group`. Without script every control is a tab stop of its own.
 */
const CONTROLS = 'a[href], button:not(:disabled), input';
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function groupControls(): void {
	// Of a group that is not displayed yet, too: it may be, when comments are asked for.
	for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
		stopAt(group, group.querySelector<HTMLElement>(CONTROLS));
	document.addEventListener('focusin', ({ target }) => {
		if (!(target instanceof HTMLElement)) return;
		const group = target.closest<HTMLElement>('[data-group]');
		if (group && target.matches(CONTROLS)) stopAt(group, target);
	});
	document.addEventListener('keydown', (event) => {
		const { target, key } = event;
		if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
		const group = target.closest<HTMLElement>('[data-group]');
		const controls = group ? controlsOf(group) : [];
		const next = neighbour(controls, controls.indexOf(target), key);
		if (!next) return;
		event.preventDefault();
		next.focus();
	});
}

const controlsOf = (group: HTMLElement): HTMLElement[] =>
	[...group.querySelectorAll<HTMLElement>(CONTROLS)].filter(({ offsetParent }) => offsetParent !== null);

function neighbour(controls: HTMLElement[], at: number, key: string): HTMLElement | undefined {
	if (at < 0) return undefined;
	if (key === 'Home') return controls[0];
	if (key === 'End') return controls.at(-1);
	const step = STEPS[key];
	return step ? controls[(at + step + controls.length) % controls.length] : undefined;
}

function stopAt(group: HTMLElement, stop: HTMLElement | null): void {
	for (const control of group.querySelectorAll<HTMLElement>(CONTROLS))
		control.tabIndex = control === stop ? 0 : -1;
}
