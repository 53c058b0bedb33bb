/** Placing names on a map without overlap. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelSide } from '$lib/model/drawing';
import { LabelBoard, UNITS_PER_PIXEL, type ViewBoxPoint } from '$lib/server/label-placement/board';
import { textWidth } from '$lib/server/label-placement/text-width';

const SIZE = 13;
const GAP = 10 * UNITS_PER_PIXEL;
const point = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) });
const text = fc.constantFrom('Grodno', 'Kuźnica', 'Bruzgi – Kuźnica', 'Гродна', '北京市', 'A');
const side = fc.constantFrom<LabelSide>('right', 'left', 'middle', 'above', 'below');
const names = fc.array(fc.record({ text, point, sides: fc.uniqueArray(side, { minLength: 1 }) }), {
	maxLength: 30
});

/** The box of the text itself, without the gap that the board adds above and below it. */
function textBox(text: string, { x, y }: ViewBoxPoint, side: LabelSide) {
	const width = textWidth(text) * SIZE * UNITS_PER_PIXEL;
	const half = (SIZE / 2) * UNITS_PER_PIXEL;
	const left =
		{ right: x + GAP, left: x - GAP - width, middle: x - width / 2 }[side as 'left'] ?? x - width / 2;
	const middle = { above: y - GAP - half, below: y + GAP + half }[side as 'above'] ?? y;
	return { left, right: left + width, top: middle - half, bottom: middle + half };
}

test('no name overlaps another name, or the symbol at another point', () => {
	fc.assert(
		fc.property(fc.array(point, { maxLength: 20 }), names, (symbols, candidates) => {
			const board = new LabelBoard();
			for (const symbol of symbols) board.addSymbol(symbol);
			const boxes = candidates.flatMap(({ text, point, sides }) => {
				const placed = board.placeName({ text, size: SIZE, sides }, point);
				if (placed) expect(sides).toContain(placed);
				return placed ? [{ point, ...textBox(text, point, placed) }] : [];
			});
			for (const [index, a] of boxes.entries()) {
				for (const b of boxes.slice(index + 1))
					expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
				for (const { x, y } of symbols) {
					const isOwn = Math.hypot(x - a.point.x, y - a.point.y) <= 9 * UNITS_PER_PIXEL;
					expect(!isOwn && x > a.left && x < a.right && y > a.top && y < a.bottom).toBe(false);
				}
			}
		})
	);
});

test('a name is placed on the first of its sides that is free, or not at all', () => {
	const board = new LabelBoard();
	const name = { text: 'Grodno', size: SIZE, sides: ['right', 'left'] as const };
	const center = { x: 500, y: 500 };
	expect([1, 2, 3].map(() => board.placeName(name, center))).toEqual(['right', 'left', null]);
});

test('wide characters are wider than narrow ones, and combining marks have no width', () => {
	expect(textWidth('北京')).toBeGreaterThan(textWidth('il'));
	expect(textWidth('e\u0301')).toBe(textWidth('e'));
});
