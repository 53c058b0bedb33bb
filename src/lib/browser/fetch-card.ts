/**
 * The card of a place that the page does not hold: of a large story it holds the first ones. It comes as the build made
 * it. The browser parses it as a document in which nothing runs: no HTML is made from text here.
 */
import { cardOf } from './address';

/** False where there is no such place, or its card does not come. `pages`: where the places' pages are. */
export async function fetchCard(id: string, pages: string): Promise<boolean> {
	// An address may say anything.
	const found = await readDocument(new URL(`${pages}${encodeURIComponent(id)}/card.html`, document.baseURI));
	const [spot, card] = ['.spot', '.card'].map((part) => found?.querySelector(part));
	if (!spot || !card || cardOf(id)) return false;
	// What leads away counts from where the card was built.
	for (const link of card.querySelectorAll<HTMLAnchorElement>('a:not([href^="#"])'))
		link.setAttribute('href', link.href);
	document.querySelector('.stand')?.prepend(spot, card);
	return true;
}

function readDocument(address: URL): Promise<Document | null> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.responseType = 'document';
		request.onloadend = () => resolve(request.status === 200 ? request.responseXML : null);
		request.open('GET', address);
		request.send();
	});
}
