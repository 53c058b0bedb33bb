/** Markup and script in the texts of a story, in every component. */
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../support/story/gate';
import { attributesOf, quotesIn, shapeOf, textOf, withoutSpoken } from '../../support/story/html';
import { payloads } from '../../support/story/payloads';
import { textSlots, viewsOf, written } from '../../support/story/slots';

const { story, drawing } = outcomeOf({}).compiled!;
const views = Object.entries(viewsOf(drawing));
const storyWith = (text: string): typeof story => written(story, () => text);

/** Attributes that contain text of the story. No other attribute may change with the text. */
const TEXT_ATTRIBUTES = ['aria-label', 'content'];
const MARK = 'Zqz';
const normalizeSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();
const plain = new Map(views.map(([name, view]) => [name, view(storyWith(MARK))]));

test('at least two hundred texts are tested, in every field that an editor can write', () => {
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

	test('every text appears unchanged, and adds no element, attribute, URL or style', () => {
		const fixed = (html: string) =>
			attributesOf(html).filter(([attribute]) => !TEXT_ATTRIBUTES.includes(attribute));
		for (const payload of payloads) {
			const html = view(storyWith(payload));
			const expected = textOf(before).replaceAll(MARK, () => payload);
			expect(textOf(html), payload).toBe(normalizeSpace(expected));
			expect(shapeOf(withoutSpoken(html)), payload).toEqual(shapeOf(before));
			expect(fixed(withoutSpoken(html)), payload).toEqual(fixed(before));
			for (const [, quote] of quotesIn(html)) expect(quote).toBe(payload);
		}
	});
});
