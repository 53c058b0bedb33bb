/** Formatters for British English. */
import { formatsOf } from '../formats';

/** `lang` in src/app.html must be the same. */
export const LANGUAGE: string = 'en-GB';

/** 30 m, 1.5 km, 5 km */
export const distance = (metres: number): string =>
	metres < 1000 ? `${metres} m` : `${Number((metres / 1000).toFixed(1))} km`;

export const { date, month, number, percent, list, languageName, plural } = formatsOf(LANGUAGE);
