/** Texts with an address of another host, in every syntax that could make a browser request it. */

const hosts = [
	'https://evil.example/x',
	'//evil.example/x',
	'http://10.0.0.1/',
	'wss://evil.example',
	'data:image/svg+xml,x'
];
const syntaxes: ((url: string) => string)[] = [
	(url) => url,
	(url) => ` ${url} `,
	(url) => url.toUpperCase(),
	(url) => `url(${url})`,
	(url) => `url("${url}")`,
	(url) => `@import "${url}";`,
	(url) => `<img src=${url}>`,
	(url) => `<img src="${url}" srcset="${url} 2x">`,
	(url) => `" style="background:url(${url})`,
	(url) => `"><link rel=stylesheet href=${url}>`,
	(url) => `<script src='${url}'></script>`,
	(url) => `<iframe src='${url}'></iframe>`,
	(url) => `<form action='${url}'>`,
	(url) => `<a ping=${url} href=${url}>x</a>`,
	(url) => `<base href=${url}>`,
	(url) => `<meta http-equiv=refresh content="0;url=${url}">`,
	(url) => `![x](${url})`,
	(url) => `[x](${url})`,
	(url) => `<object data=${url}></object>`,
	(url) => `<video poster=${url}></video>`,
	(url) => `<svg><image href=${url} /><use xlink:href=${url} /></svg>`,
	(url) => `{"url": "${url}"}`,
	(url) => `{@html "<img src=${url}>"}`,
	(url) => `x\nLink: <${url}>; rel=preload`,
	(url) => `mapbox://${url}`,
	(url) => `{url}${url}{z}/{x}/{y}`,
	(url) => `['image', '${url}']`,
	(url) => `"]; background: url('${url}')`,
	(url) => `\\"${url}\\"`,
	(url) => `&quot;${url}&quot;`,
	(url) => `%22${encodeURIComponent(url)}`,
	(url) => `<?xml-stylesheet href="${url}"?>`,
	(url) => `<!DOCTYPE x SYSTEM "${url}">`,
	(url) => `<${url}>`,
	(url) => `--x: url(${url});`,
	(url) => `<body background=${url}>`,
	(url) => `<input type=image src=${url}>`,
	(url) => `<audio src=${url} autoplay>`,
	(url) => `<portal src=${url}>`,
	(url) => `javascript:fetch("${url}")`
];

export const planted = hosts.flatMap((url) => syntaxes.map((write) => write(url)));
