/** Words around a quote, and the text that is copied. */
import type { Pronoun, Voice } from '$lib/model/story';
import { date } from './formats';

const voices: Record<Voice, string> = {
	direct: 'direct speech',
	indirect: 'indirect speech',
	narration: 'narration',
	caption: 'photo caption',
	comment: 'comment by the republisher'
};

interface Speaking {
	/** Name of the speaker. */
	name: string;
	voice: Voice;
	pronoun?: Pronoun | undefined;
	/** To whom it was said. */
	to?: string | undefined;
}

const objects: Record<Pronoun, string> = { they: 'them', he: 'him', she: 'her', it: 'it' };
const possessives: Record<Pronoun, string> = { they: 'their', he: 'his', she: 'her', it: 'its' };

function speaker({ name, voice, pronoun = 'they', to }: Speaking): string {
	switch (voice) {
		case 'direct':
			return `${name}, in ${possessives[pronoun]} own words${to ? `, to ${to}` : ''}`;
		case 'indirect':
			return `${name}, as the newspaper reports ${objects[pronoun]}${to ? `, speaking to ${to}` : ''}`;
		case 'narration':
			return `${name}, the newspaper’s own account`;
		case 'caption':
			return `${name}, photo caption`;
		case 'comment':
			return `Added by ${name}. Not in the newspaper.`;
	}
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
	/** 'Alexander Lukashenko, as the newspaper reports him, speaking to the BBC' */
	speaker,
	/** '“yesterday”: 19 November 2021' */
	date: ({ phrase, day }: { phrase: string; day: string }) => `“${phrase}”: ${date(day)}`,
	copy: 'Copy',
	/** Label for screen readers, because there are many such buttons. */
	copyThis: ({ beginning }: { beginning: string }) => `Copy quote: ${beginning}…`,
	copied: 'Quote and citation copied.',
	notCopied: 'Copying is not allowed here. The quote is selected: copy it with the keyboard.',
	/** The text that is copied. */
	cited: ({ quote, speaker, voice, source, address }: Cited) =>
		`“${quote}”\n${speaker} (${voices[voice]}). ${source}. ${address}`
};
