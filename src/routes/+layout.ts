export const prerender = true;
export const trailingSlash = 'always';
// Every page is complete as it is built; src/lib/browser makes it move, with nothing to hydrate.
export const csr = false;
