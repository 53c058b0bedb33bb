import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../support/story/gate';
import { attributesOf, quotesIn, shapeOf, textOf } from '../../support/story/html';
import { payloads } from '../../support/story/payloads';
import { textSlots, viewsOf, written } from '../../support/story/slots';

const { story, drawing } = outcomeOf({}).compiled!;
const views = Object.entries(viewsOf(drawing));
const storyWith = (text: string): typeof story => written(story, () => text);

/** Attributes that are words to a reader; all others must not change with the story's. */
const SPOKEN = ['aria-label', 'content'];
const MARK = 'Zqz';
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const plain = new Map(views.map(([name, view]) => [name, view(storyWith(MARK))]));

test('two hundred texts and more are tried, and every place where an editor may write one', () => {
	expect(payloads.length).toBeGreaterThanOrEqual(200);
	const found = new Set<string>();
	written([story, drawing], (slot) => {
		found.add(slot);
		return slot;
	});
	expect(textSlots.filter((slot) => !found.has(slot))).toEqual([]);
});

describe.each(views)('%s', (name, view) => {
	const before = plain.get(name)!;

	test('show every text as it is, and have no other element, attribute, address or style because of it', () => {
		const fixed = (html: string) => attributesOf(html).filter(([attribute]) => !SPOKEN.includes(attribute));
		for (const payload of payloads) {
			const html = view(storyWith(payload));
			const expected = textOf(before).replaceAll(MARK, () => payload);
			expect(textOf(html), payload).toBe(inOneLine(expected));
			expect(shapeOf(html), payload).toEqual(shapeOf(before));
			expect(fixed(html), payload).toEqual(fixed(before));
			for (const [, quote] of quotesIn(html)) expect(quote).toBe(payload);
		}
	});
});
