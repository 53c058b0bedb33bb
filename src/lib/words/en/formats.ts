/** How English is written here: British dates, numbers, lists and plurals. */
import { formatsOf } from '../formats';

/** As `lang` in src/app.html says it too. */
export const LANGUAGE: string = 'en-GB';

export const { date, number, percent, list, plural } = formatsOf(LANGUAGE);
