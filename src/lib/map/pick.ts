/** Which place a press means: symbols before extents and stretches, lines, areas; then the smallest. */
import type { Part } from '$lib/model';

const ORDER: Part['part'][] = ['symbol', 'extent', 'stretch', 'line', 'label', 'area'];

export function pick(parts: readonly Part[]): string | undefined {
	const [first] = [...parts].sort(
		(a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part) || a.extent - b.extent
	);
	return first?.place;
}
