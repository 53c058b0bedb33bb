/** Page options of all routes. */
export const prerender = true;
export const trailingSlash = 'always';
// Pages are prerendered completely. Their islands are hydrated by src/lib/client/islands.ts, not by SvelteKit.
export const csr = false;
