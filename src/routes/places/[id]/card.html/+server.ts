import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import Card from '$lib/components/Card.svelte';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

/** Cards that the page with the map does not hold: of a large story all but the first. */
export const entries = () => {
	const { story, front } = loadStory();
	const held = new Set(front.story.places);
	return story.places.filter((place) => !held.has(place)).map(({ id }) => ({ id }));
};

export const GET = ({ params }) => {
	const found = loadStory().ofPlace(params.id);
	if (!found) error(404);
	const { story, place } = found;
	const { body } = render(Card, { props: { story, place, permalink: './', fetched: true } });
	return new Response(`<!doctype html>${body}`, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
