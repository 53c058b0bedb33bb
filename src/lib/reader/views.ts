/** Finds the view of the story that shows what is selected. */
import type { PageView } from '$lib/model/page';

/** The first view that shows all of the places, or else most of them; undefined if none shows any. */
export function viewShowing(views: readonly PageView[], places: readonly string[]): PageView | undefined {
	const shownBy = (view: PageView): number => places.filter((id) => view.places.includes(id)).length;
	const most = Math.max(0, ...views.map(shownBy));
	return most > 0 ? views.find((view) => shownBy(view) === most) : undefined;
}
