import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelSide } from '$lib/model/drawing';
import { LabelBoard, UNITS_PER_PIXEL, type Spot } from '$lib/server/label-placement/board';
import { textWidth } from '$lib/server/label-placement/text-width';

const SIZE = 13;
const GAP = 10 * UNITS_PER_PIXEL;
const spot = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) });
const text = fc.constantFrom('Grodno', 'Kuźnica', 'Bruzgi – Kuźnica', 'Гродна', '北京市', 'A');
const side = fc.constantFrom<LabelSide>('right', 'left', 'middle', 'above', 'below');
const names = fc.array(fc.record({ text, spot, sides: fc.uniqueArray(side, { minLength: 1 }) }), {
	maxLength: 30
});

/** Where the letters themselves stand, without the room that the board keeps around them. */
function lettersOf(text: string, { x, y }: Spot, side: LabelSide) {
	const width = textWidth(text) * SIZE * UNITS_PER_PIXEL;
	const half = (SIZE / 2) * UNITS_PER_PIXEL;
	const left =
		{ right: x + GAP, left: x - GAP - width, middle: x - width / 2 }[side as 'left'] ?? x - width / 2;
	const middle = { above: y - GAP - half, below: y + GAP + half }[side as 'above'] ?? y;
	return { left, right: left + width, top: middle - half, bottom: middle + half };
}

test('no name covers another name, nor a symbol of another position', () => {
	fc.assert(
		fc.property(fc.array(spot, { maxLength: 20 }), names, (symbols, wanted) => {
			const board = new LabelBoard();
			for (const symbol of symbols) board.addSymbol(symbol);
			const boxes = wanted.flatMap(({ text, spot, sides }) => {
				const placed = board.placeName({ text, size: SIZE, sides }, spot);
				if (placed) expect(sides).toContain(placed);
				return placed ? [{ spot, ...lettersOf(text, spot, placed) }] : [];
			});
			for (const [index, a] of boxes.entries()) {
				for (const b of boxes.slice(index + 1))
					expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
				for (const { x, y } of symbols) {
					const isOwn = Math.hypot(x - a.spot.x, y - a.spot.y) <= 9 * UNITS_PER_PIXEL;
					expect(!isOwn && x > a.left && x < a.right && y > a.top && y < a.bottom).toBe(false);
				}
			}
		})
	);
});

test('a name takes the first of its sides that is free, and none where all are taken', () => {
	const board = new LabelBoard();
	const name = { text: 'Grodno', size: SIZE, sides: ['right', 'left'] as const };
	const at = { x: 500, y: 500 };
	expect([1, 2, 3].map(() => board.placeName(name, at))).toEqual(['right', 'left', null]);
});

test('a wide script needs more room than a narrow one, and a mark over a letter none', () => {
	expect(textWidth('北京')).toBeGreaterThan(textWidth('il'));
	expect(textWidth('e\u0301')).toBe(textWidth('e'));
});
