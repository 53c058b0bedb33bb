/** Words around a quote, and the text that is copied. */
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
	/** The word of the article that reports the speech. */
	verb?: string | undefined;
	/** To whom it was said. */
	to?: string | undefined;
}

interface Cited {
	quote: string;
	speaker: string;
	voice: Voice;
	/** Citation of the article. */
	source: string;
	/** URL of the passage. */
	address: string;
}

export const quote = {
	/** 'Alexander Lukashenko, the Belarusian leader, “admitted” to the BBC' */
	speaker: ({ name, role, verb, to }: Speaking) =>
		`${name}, ${role}${verb ? `, “${verb}”` : ''}${to ? ` to ${to}` : ''}`,
	/** `verb`: the word that carries the claim, if no speech is reported. */
	voice: ({ voice, verb }: { voice: Voice; verb?: string | undefined }) =>
		`${voices[voice]}${verb ? `; its verb: “${verb}”` : ''}`,
	/** '“yesterday”: 19 November 2021' */
	date: ({ phrase, day }: { phrase: string; day: string }) => `“${phrase}”: ${date(day)}`,
	/** For a quote without quotation marks of its own. */
	marked: ({ quote }: { quote: string }) => `“${quote}”`,
	copy: 'Copy quote',
	/** Label for screen readers, because there are many such buttons. */
	copyThis: ({ beginning }: { beginning: string }) => `Copy quote: ${beginning}…`,
	copied: 'Quote and citation copied.',
	notCopied: 'Copying is not allowed here. The quote is selected: copy it with the keyboard.',
	/** The text that is copied. */
	cited: ({ quote, speaker, voice, source, address }: Cited) =>
		`“${quote}”\n${speaker} (${voices[voice]}). ${source}. ${address}`
};
