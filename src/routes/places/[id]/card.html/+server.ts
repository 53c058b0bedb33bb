import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import Card from '$lib/components/Card.svelte';
import { frontOf } from '$lib/server/front';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

/** Cards that the page with the map does not hold: of a large story all but the first. */
export const entries = () => {
	const { story } = loadStory();
	const held = new Set(frontOf(story).story.places);
	return story.places.filter((place) => !held.has(place)).map(({ id }) => ({ id }));
};

export const GET = ({ params }) => {
	const { story } = loadStory();
	const place = story.places.find(({ id }) => id === params.id);
	if (!place) error(404);
	const { body } = render(Card, { props: { story, place, permalink: './', fetched: true } });
	return new Response(`<!doctype html>${body}`, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
