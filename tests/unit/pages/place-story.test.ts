/** The part of a story for the pages of one place. */
import { expect, test } from 'vitest';
import { placeStories } from '$lib/server/pages/place-story';
import { theStory } from '../../support/story/story';

const { story } = theStory();
const placeStory = placeStories(story);

test('the pages of a place contain only its passages, those of its line, and the places that they link to', () => {
	for (const place of story.places) {
		const found = placeStory(place.id);
		const passages = story.passages.filter(({ places }) =>
			places.some((mention) => mention.place === place.id || mention.place === place.on)
		);
		expect(found?.place).toBe(place);
		expect(found?.story.passages).toEqual(passages);
		expect([...(found?.order.values() ?? [])]).toEqual(
			passages.map((passage) => story.passages.indexOf(passage))
		);
		const linked = [place.id, place.on, ...place.alsoHere].filter((id) => id !== undefined);
		expect(found?.story.places.map(({ id }) => id).sort()).toEqual([...new Set(linked)].sort());
		expect(found?.story.layers.map(({ id }) => id)).toEqual([place.layer]);
	}
	expect(story.places.some(({ on }) => on)).toBe(true);
});

test('an unknown place has no pages', () => {
	for (const id of ['nowhere', '', '__proto__']) expect(placeStory(id)).toBeUndefined();
});
