/** Hostile values: links that lead to another host than they show, and keys that programs reserve. */

export const goodLinks = [
	'https://example.org',
	'https://example.org/',
	'https://www.example.co.uk:8443/a/b?c=d&e=%20#f',
	'https://be.wikipedia.org/wiki/Мяжа',
	'https://example.org/?next=https://example.com/',
	'https://example.org/user@example.com'
];

const schemes = [
	'http:',
	'javascript:',
	'JavaScript:',
	'data:',
	'vbscript:',
	'file:',
	'blob:',
	'ftp:',
	'ws:',
	'about:'
];

export const badLinks = [
	...schemes.map((scheme) => `${scheme}//example.org/`),
	...['javascript:alert(1)', 'java\tscript:alert(1)', 'javascript&colon;alert(1)', 'data:text/html,<b>x</b>'],
	...['//example.org/', '/example.org/', 'example.org', '#map', '', ' ', '?x', '\\\\example.org\\'],
	...['https:', 'https://', 'https:///', 'https:example.org', 'https:/example.org', 'https:\\\\example.org'],
	...[
		'https://user:secret@example.org/',
		'https://user@example.org/',
		'https://@example.org/',
		'https://:@example.org/'
	],
	...[
		'https://example.com@example.org/',
		'https://example.org\\@example.com/',
		'https://example.org\\example.com'
	],
	...[
		'\u202e',
		'\u2066',
		'\u200b',
		'\u200d',
		'\u00ad',
		'\u2060',
		'\ufeff',
		'\0',
		'\u0007',
		' ',
		'\u00a0'
	].flatMap((character) => [`https://exam${character}ple.org/`, `https://example.org/a${character}b`]),
	...['https://пример.бел/', 'https://דוגמה.example.org/', 'https://ｅxample.org/', 'https://example。org/'],
	...[
		'https://exam%70le.org/',
		'https://localhost/',
		'https://127.0.0.1/',
		'https://0x7f.1/',
		'https://[::1]/'
	],
	...[
		'https://example.org:99999/',
		'https://-example-.org/',
		'https://example..org/',
		'https://example.org./'
	]
];

export const reservedKeys = [
	...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'toLocaleString'],
	...['isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__', '__defineSetter__', '__lookupGetter__'],
	...['__lookupSetter__', 'toJSON', 'then', 'length', 'name$', '$name', '$id', '$layer', '$type', '$zoom'],
	...[
		'geometry-type',
		'feature-state',
		'get',
		'in',
		'null',
		'undefined',
		'NaN',
		'cluster',
		'point_count',
		'0'
	]
];
