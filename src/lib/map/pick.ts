/** Decides which place a click selects, when there are features of several places under it. */
import type { Part } from '$lib/model/drawing';

/** A part earlier in the list has priority over a later one. */
const PRIORITY: Part['part'][] = ['symbol', 'extent', 'stretch', 'line', 'label', 'area'];

const rank = ({ part }: Part): number => PRIORITY.indexOf(part);
const quotedRank = ({ quoted }: Part): number => (quoted === 'article' ? 0 : 1);

/**
 * Returns the id of the place; undefined for no parts. Of parts of the same kind, those of places that the article is
 * about come first, and then the smallest.
 */
export function pick(parts: readonly Part[]): string | undefined {
	const [first] = [...parts].sort(
		(a, b) => rank(a) - rank(b) || quotedRank(a) - quotedRank(b) || a.extent - b.extent
	);
	return first?.place;
}
