/** Formatters for British English. */
import { formatsOf } from '../formats';

/** `lang` in src/app.html must be the same. */
export const LANGUAGE: string = 'en-GB';

export const { date, month, number, percent, list, plural } = formatsOf(LANGUAGE);
