/** The table of places with a status, on the page of a view. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import StatusTable from '$lib/components/list/StatusTable.svelte';
import type { Place } from '$lib/model/story';
import { statusTables } from '$lib/server/pages/status-table';
import { textOf } from '../../support/story/html';
import { theStory } from '../../support/story/story';

const { story } = theStory();
const withStatus = story.places.filter(({ status }) => status);
const [table] = statusTables(story.layers, story.places);

/** The places, moved so that they lie beside each other instead of below each other. */
const turned = (places: Place[]): Place[] =>
	places.map((place) => ({ ...place, anchor: place.anchor && [place.anchor[1]! - 30, place.anchor[0]!] }));

test('has every place with a status once, from north to south', () => {
	expect(table?.caption).toMatch(/, from north to south$/);
	const latitudes = table!.rows.map(({ place }) => place.anchor![1]!);
	expect(latitudes).toEqual([...latitudes].sort((a, b) => b - a));
	expect(table!.rows.map(({ place }) => place.id).sort()).toEqual(withStatus.map(({ id }) => id).sort());
});

test('goes from west to east if the places lie so', () => {
	const [across] = statusTables(story.layers, turned(withStatus));
	expect(across?.caption).toMatch(/, from west to east$/);
	const longitudes = across!.rows.map(({ place }) => place.anchor![0]!);
	expect(longitudes).toEqual([...longitudes].sort((a, b) => a - b));
});

describe('the month', () => {
	test('is the heading of the statuses if all have the same', () => {
		expect(table?.when).toBe('November 2021');
		expect(table?.rows.map(({ status }) => status).join()).not.toContain('2021');
	});

	test('is with each status if they differ', () => {
		const [first, ...others] = withStatus;
		const later = { ...first!, status: { ...first!.status!, date: '2021-12' } };
		const [differing] = statusTables(story.layers, [later, ...others]);
		expect(differing?.when).toBe('Status');
		for (const { place, status } of differing!.rows)
			expect(status).toContain(place.id === later.id ? 'December 2021' : 'November 2021');
	});
});

test('says of each status whether it is confirmed', () => {
	for (const { place, status } of table!.rows)
		expect(status.endsWith(', not confirmed'), place.id).toBe(place.status!.certainty !== 'certain');
});

test('a row has the sign, a link to the page of the place, its kind, its status and how well it is known', () => {
	const layer = story.layers.find(({ id }) => id === table!.key.layer)!;
	const html = render(StatusTable, { props: { table: table!, layer, pages: 'places/' } }).body;
	const rows = html.split('<tr').slice(2);
	expect(rows).toHaveLength(table!.rows.length);
	for (const [index, { place, status, known }] of table!.rows.entries()) {
		expect(rows[index]).toContain('<svg');
		expect(rows[index]).toContain(`href="places/${place.id}/"`);
		for (const text of [place.name, place.kind, status, known]) expect(textOf(rows[index]!)).toContain(text);
		expect(known).toMatch(/^\d+(\.\d)? k?m$/);
	}
});

test('there is none without statuses', () => {
	expect(
		statusTables(
			story.layers,
			story.places.filter(({ status }) => !status)
		)
	).toEqual([]);
});
