/** Escapes text for HTML and XML that this project writes as strings: the embed code and SVG pictures. */
const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** The result is safe as text and in a quoted attribute. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
