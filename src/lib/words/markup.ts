/** Text as HTML and XML take it, where markup is written by hand: the snippet to paste, and pictures. */
const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Safe as text and in a quoted attribute. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
