/** The embed has the same data as the main page. */
export { load } from '../+page.server';
