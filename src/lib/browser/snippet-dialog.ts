/** The dialog that puts an embed together: what is chosen, how it looks, and the HTML of it. */
import { cardOf, passageOf, selected } from './address';
import { readParameters, type Parameters } from '$lib/embed/parameters';
import { snippets, sourceOf, type Embed } from '$lib/embed/snippet';

/** CSS pixels, until the embed says how high it would like to be. */
const FIRST_HEIGHT = 640;

/** `address`: of /embed/, as the page links to it. The embed opens with what is selected in the page. */
export function openSnippetDialog(address: string): void {
	const dialog = document.querySelector('dialog') as HTMLDialogElement;
	const find = <E extends HTMLElement>(selector: string): E => dialog.querySelector(selector) as E;
	const [form, text, preview] = [
		find<HTMLFormElement>('form'),
		find<HTMLTextAreaElement>('textarea'),
		find('[data-preview]')
	];
	const closed = new AbortController();
	const { signal } = closed;
	const target = cardOf(selected()) ?? passageOf(selected());
	let height = FIRST_HEIGHT;
	let frame: HTMLIFrameElement | undefined;

	/** A new frame each time, since a changed address would be a step in the history of this page. */
	function show(): void {
		const embed = embedOf(form, address, target, height);
		frame = document.createElement('iframe');
		frame.title = embed.title;
		frame.src = sourceOf(embed);
		frame.width = chosen(form, 'width');
		frame.height = String(height);
		frame.allow = 'fullscreen; clipboard-write';
		if (chosen(form, 'variant') === 'sandboxed')
			frame.sandbox.add('allow-scripts', 'allow-popups', 'allow-popups-to-escape-sandbox');
		preview.replaceChildren(frame);
		write();
	}

	function write(): void {
		const made = snippets(embedOf(form, address, target, height));
		text.value = made[chosen(form, 'variant') as keyof typeof made];
	}

	form.addEventListener('change', show, { signal });
	window.addEventListener(
		'message',
		({ source, data }: MessageEvent<{ 'datawrapper-height'?: Record<string, number> } | string | null>) => {
			const wanted =
				data && typeof data === 'object' ? Object.values(data['datawrapper-height'] ?? {})[0] : undefined;
			if (!frame || source !== frame.contentWindow || !wanted) return;
			height = wanted;
			frame.height = String(height);
			write();
		},
		{ signal }
	);
	find('[data-close]').addEventListener('click', () => dialog.close(), { signal });
	find('[data-copy-snippet]').addEventListener('click', () => void copy(text, find('[data-copied]')), {
		signal
	});
	dialog.addEventListener(
		'close',
		() => {
			closed.abort();
			preview.replaceChildren();
		},
		{ signal }
	);
	find('[data-opens-with]').textContent = target
		? 'It opens with what is selected now.'
		: 'It opens with nothing selected. Select a place or passage first, and it opens with that.';
	dialog.showModal();
	show();
}

const chosen = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name));

function parametersOf(form: HTMLFormElement): Parameters {
	const layers = [...form.querySelectorAll<HTMLInputElement>('[name="layers"]')];
	const ids = layers.map(({ value }) => value);
	const shown = layers.filter(({ checked }) => checked).map(({ value }) => value);
	const query = new URLSearchParams(
		['comments', 'theme', 'list', 'start'].map((name) => [name, chosen(form, name)])
	);
	if (shown.length < ids.length) query.set('layers', shown.join());
	return readParameters(query.toString(), ids);
}

/** The quote is the first of what is selected, or of the article. */
function embedOf(form: HTMLFormElement, address: string, target: HTMLElement | null, height: number): Embed {
	const quoted = [target, document].flatMap(
		(part) => part?.querySelector('figure:not(.voice-comment *)') ?? []
	)[0];
	const textOf = (selector: string): string => quoted?.querySelector(selector)?.textContent ?? '';
	const fragment = target ? selected() : '';
	return {
		address: new URL(address, document.baseURI).href,
		parameters: parametersOf(form),
		fragment,
		title: document.title,
		height,
		quote: {
			text: textOf('blockquote'),
			speaker: textOf('figcaption b'),
			source: document.querySelector<HTMLElement>('[data-cite]')?.dataset['cite'] ?? '',
			link: new URL(fragment && `#${fragment}`, document.baseURI).href
		}
	};
}

async function copy(text: HTMLTextAreaElement, status: HTMLElement): Promise<void> {
	text.select();
	try {
		await navigator.clipboard.writeText(text.value);
		status.textContent = 'Copied.';
	} catch {
		status.textContent = 'Copying is not allowed here. The text is selected: copy it with the keyboard.';
	}
}
