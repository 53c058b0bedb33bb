/** A quote with who says it, wherever it is shown, and what is copied of it. */
import type { Voice } from '$lib/model/story';
import { date } from './formats';

const voices: Record<Voice, string> = {
	direct: 'direct speech',
	indirect: 'indirect speech',
	narration: 'narration',
	caption: 'photo caption',
	comment: 'comment by the republisher'
};

interface Speaking {
	name: string;
	role: string;
	/** The article's own word for the act of speaking. */
	verb?: string | undefined;
	/** To whom it was said. */
	to?: string | undefined;
}

interface Cited {
	quote: string;
	speaker: string;
	voice: Voice;
	/** How to cite the article. */
	source: string;
	/** Where the quote stands. */
	address: string;
}

export const quote = {
	/** 'Alexander Lukashenko, the Belarusian leader, “admitted” to the BBC' */
	speaker: ({ name, role, verb, to }: Speaking) =>
		`${name}, ${role}${verb ? `, “${verb}”` : ''}${to ? ` to ${to}` : ''}`,
	/** `verb`: of words that report no speech, the one that carries the claim. */
	voice: ({ voice, verb }: { voice: Voice; verb?: string | undefined }) =>
		`${voices[voice]}${verb ? `; its verb: “${verb}”` : ''}`,
	/** What a relative date of the quote means: '“yesterday”: 19 November 2021'. */
	date: ({ phrase, day }: { phrase: string; day: string }) => `“${phrase}”: ${date(day)}`,
	/** A quote that has no marks of its own. */
	marked: ({ quote }: { quote: string }) => `“${quote}”`,
	copy: 'Copy quote',
	/** What a screen reader hears: there are many such buttons. */
	copyThis: ({ beginning }: { beginning: string }) => `Copy quote: ${beginning}…`,
	copied: 'Quote and citation copied.',
	notCopied: 'Copying is not allowed here. The quote is selected: copy it with the keyboard.',
	/** The text that is copied. */
	cited: ({ quote, speaker, voice, source, address }: Cited) =>
		`“${quote}”\n${speaker} (${voices[voice]}). ${source}. ${address}`
};
