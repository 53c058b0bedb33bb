/** What script adds to a card when it opens: the quotes of the line its place lies on, and buttons. */
import { citation } from '$lib/words';
import { cardOf } from './address';

export function fillCard(id: string): void {
	const card = cardOf(id);
	if (!card || card.dataset['filled'] !== undefined) return;
	card.dataset['filled'] = '';
	for (const passage of card.querySelectorAll<HTMLElement>(':scope > ol > li')) addActions(passage);
	const line = card.querySelector<HTMLElement>('[data-quotes-of]');
	if (line) line.append(...quotesOf(line.dataset['quotesOf'] ?? ''));
	card.querySelector('footer > .actions')?.append(zoomButton(id));
	// Focus goes to the card: what is heard then is its name and its quotes. No id of a story has an underscore.
	const quotes = [...card.querySelectorAll('figure')];
	for (const [index, quote] of quotes.entries()) quote.id = `${id}_${index}`;
	card.setAttribute('aria-describedby', quotes.map(({ id }) => id).join(' '));
}

/** A place that no passage names shows what the article says of its line; without script its card links there. */
function quotesOf(line: string): Node[] {
	const passages = cardOf(line)?.querySelectorAll(':scope > ol > li') ?? [];
	return [...passages].map((passage) => {
		const copy = passage.cloneNode(true) as Element;
		for (const own of copy.querySelectorAll('.why, .actions')) own.remove();
		return copy;
	});
}

function addActions(passage: HTMLElement): void {
	const quote = passage.querySelector<HTMLElement>('[data-passage]');
	const id = quote?.dataset['passage'] ?? '';
	// Names that differ, for who hears them one after another.
	const beginning = `${quote?.textContent.slice(0, 40)}…`;
	const link = document.createElement('a');
	link.href = `#${id}`;
	link.textContent = 'In the list';
	link.ariaLabel = `In the list: ${beginning}`;
	const actions = document.createElement('p');
	actions.className = 'actions';
	const copy = button('Copy quote', 'copy', id);
	copy.ariaLabel = `Copy quote: ${beginning}`;
	actions.append(link, copy);
	passage.append(actions);
}

/** Zooming needs the live map, which may be there already. */
function zoomButton(id: string): HTMLButtonElement {
	const zoom = button('Zoom to it', 'zoomTo', id);
	zoom.dataset['needsLive'] = '';
	zoom.disabled = document.querySelector('[data-map="live"]') === null;
	return zoom;
}

function button(label: string, name: 'copy' | 'zoomTo', value: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = label;
	button.dataset[name] = value;
	return button;
}

/** Copies a quote with who says it, how to cite it and where it stands; says what came of it. */
export async function copyPassage(button: HTMLElement): Promise<string> {
	const item = button.closest('li');
	const quote = item?.querySelector('blockquote');
	const text = (selector: string): string => item?.querySelector(selector)?.textContent ?? '';
	const cite = document.querySelector<HTMLElement>('[data-cite]')?.dataset['cite'] ?? '';
	const address = new URL(`#${quote?.dataset['passage']}`, location.href).href;
	try {
		await navigator.clipboard.writeText(
			citation(text('blockquote'), text('figcaption b'), text('.voice'), cite, address)
		);
		return 'Quote and citation copied.';
	} catch {
		if (quote) getSelection()?.selectAllChildren(quote);
		return 'Copying is not allowed here. The quote is selected: copy it with the keyboard.';
	}
}
