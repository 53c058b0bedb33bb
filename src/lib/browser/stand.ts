/** Puts the open card beside its place on a wide map, with a tip that points there; elsewhere the style sheet places it. */
import type { Covered } from '$lib/map/camera';
import { placeBeside, type Point } from '$lib/map/card';

export interface Stand {
	/** A point of the map in pixels; without one the card stands where the style sheet puts it. */
	pointTo(point: Point | undefined): void;
	/** What the open card covers of the map, once it stands beside its place or over the map's lower edge. */
	covered(): Covered;
}

export function createStand(stand: HTMLElement, map: HTMLElement): Stand {
	const tip = stand.querySelector('.tip') as HTMLElement;
	const openCard = (): HTMLElement | null => stand.querySelector(':scope > .spot:target + .card');
	const beside = (): boolean => getComputedStyle(stand).getPropertyValue('--beside').trim() === '1';

	return {
		pointTo(point) {
			const card = openCard();
			if (!card || !point || !beside()) {
				tip.hidden = true;
				for (const moved of stand.querySelectorAll<HTMLElement>(':scope > .card[style]'))
					moved.removeAttribute('style');
				return;
			}
			const size = { width: card.offsetWidth, height: card.offsetHeight };
			const at = placeBeside(point, size, { width: stand.clientWidth, height: stand.clientHeight });
			card.style.transform = `translate(${at.x - card.offsetLeft}px, ${at.y - card.offsetTop}px)`;
			tip.style.transform = `translate(${at.side === 'left' ? at.x : at.x + size.width}px, ${at.y + at.tip}px) rotate(45deg)`;
			tip.hidden = !at.pointing;
		},
		covered() {
			const card = openCard();
			if (!card) return { right: 0, bottom: 0 };
			const { width } = map.getBoundingClientRect();
			// Where there is room for both, the card will stand to the right of what is framed.
			if (beside()) return { right: width > 2 * card.offsetWidth ? card.offsetWidth : 0, bottom: 0 };
			const overlap = map.getBoundingClientRect().bottom - card.getBoundingClientRect().top;
			return { right: 0, bottom: Math.max(0, Math.min(overlap, map.clientHeight * 0.7)) };
		}
	};
}
