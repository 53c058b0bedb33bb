/** How English is written here: British dates, numbers and lists. */
import { formatsOf } from '../formats';

/** As `lang` in src/app.html says it too. */
export const LANGUAGE: string = 'en-GB';

export const { date, number, percent, list } = formatsOf(LANGUAGE);
