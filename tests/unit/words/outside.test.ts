/** Every word of ours comes from the catalogue: what else holds letters is data, code, or one of the exceptions. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

/** Strings of scripts that only look like words. */
const EXCEPTIONS = [
	// A key, as the browser names it.
	'Escape',
	// The sandbox of the preview.
	'allow-scripts allow-popups allow-popups-to-escape-sandbox'
];

/** What a screen reader says, or a browser shows. Components hand on some under these names. */
const SPOKEN =
	/^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|description)$/;
const LETTERS = /\p{L}/u;
/** In a script most strings are code: ids, kinds, class names. Those with a capital, or of several words, are not. */
const PROSE = /^\p{Lu}\p{Ll}|\p{L}[,.:]?\s+\p{L}/u;

type Node = { type: string } & Record<string, unknown>;
const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The words that a component's source holds itself. */
function wordsIn(source: string): string[] {
	const { fragment, instance, module } = parse(source, { modern: true });
	return [fragment, instance, module]
		.flatMap((root) => (isNode(root) ? find(root, PROSE) : []))
		.filter((text) => !EXCEPTIONS.includes(text));
}

/** `strings`: those of scripts that count as words here. */
function find(node: Node, strings: RegExp): string[] {
	const below = (pattern: RegExp): string[] => childrenOf(node).flatMap((child) => find(child, pattern));
	const ifLike = (text: unknown, pattern: RegExp): string[] =>
		typeof text === 'string' && pattern.test(text) ? [text.trim()] : [];
	switch (node.type) {
		case 'Comment':
		case 'ImportDeclaration':
		case 'ImportExpression':
		case 'TSLiteralType':
		case 'StyleDirective':
			return [];
		case 'Text':
			return ifLike(node['data'], LETTERS);
		case 'Literal':
			return ifLike(node['value'], strings);
		case 'TemplateElement':
			return ifLike((node['value'] as { cooked?: string }).cooked, strings);
		case 'ExpressionTag':
			return below(LETTERS);
		case 'Attribute':
			return inAttribute(node);
		default:
			return below(strings);
	}
}

function inAttribute(attribute: Node): string[] {
	const spoken = SPOKEN.test(attribute['name'] as string);
	return [attribute['value']].flat().flatMap((part) => {
		if (!isNode(part) || (part.type === 'Text' && !spoken)) return [];
		return spoken ? find(part, LETTERS) : childrenOf(part).flatMap((child) => find(child, PROSE));
	});
}

const files = ['src/lib/components', 'src/routes', 'src/lib/map'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.svelte'))
		.map((file) => join(folder, file))
);

test.each(files)('%s holds no words of its own', (file) => {
	expect(wordsIn(readFileSync(file, 'utf8'))).toEqual([]);
});

describe('a word is found', () => {
	test.each([
		['as text', '<p>Hello</p>'],
		['in a block', '{#if a}<b>{#each b as c}hello {c}{/each}</b>{/if}'],
		['in an expression', "<p>{a ? 'hello' : '×'}</p>"],
		['beside a value', '<p>{`hello ${a}`}</p>'],
		['as a label', '<button aria-label="hello">×</button>'],
		['as a label with a value', '<button aria-label="hello {a}">×</button>'],
		['as a label in an expression', "<img alt={a ? 'hello' : ''}>"],
		['in the head', '<svelte:head><title>hello</title></svelte:head>'],
		['in what a component is given', '<StillMap label="hello" />'],
		['in a snippet', '{#snippet a()}hello{/snippet}'],
		['in a script', "<script>let said = 'Hello.';</script>"],
		['in a sentence of a script', '<script>const said = (a) => `hello to ${a}`;</script>'],
		['in what happens', "<button onclick={() => (said = 'Hello.')}>×</button>"]
	])('%s', (_where, source) => expect(wordsIn(source).join()).toMatch(/^hello/i));

	test('and not where there is none', () => {
		const source = `
			<script>
				import Hello from './Hello.svelte';
				const kind = 'hello';
			</script>
			<!-- Hello to all. -->
			<p class="hello there" data-hello="hello there">{#if kind === 'hello'}{kind}{/if} · {words.hello}</p>
			<style> p { color: red; } </style>`;
		expect(wordsIn(source)).toEqual([]);
	});
});
