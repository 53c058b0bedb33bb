/**
 * Which place a press means: symbols before extents and stretches, lines, areas; what the article speaks of, which is
 * drawn over the rest; then the smallest.
 */
import type { Part } from '$lib/model/drawing';

const ORDER: Part['part'][] = ['symbol', 'extent', 'stretch', 'line', 'label', 'area'];

const rank = ({ part }: Part): number => ORDER.indexOf(part);
const spokenOf = ({ quoted }: Part): number => (quoted === 'article' ? 0 : 1);

export function pick(parts: readonly Part[]): string | undefined {
	const [first] = [...parts].sort(
		(a, b) => rank(a) - rank(b) || spokenOf(a) - spokenOf(b) || a.extent - b.extent
	);
	return first?.place;
}
