export const prerender = true;
export const trailingSlash = 'always';
// Every page is complete as it is built; what comes alive in it does so island by island (src/lib/client/islands.ts).
export const csr = false;
