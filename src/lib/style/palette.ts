/** All colours of the page and of the maps, in the light and in the dark theme. */
import type { Hue } from '$lib/model/story';

export type Theme = 'light' | 'dark';
type Ground = 'sea' | 'land' | 'border' | 'province' | 'town';
type Paper = 'paper' | 'text' | 'quiet' | 'rule' | 'link' | 'raised' | 'marked';
export type Colour = Hue | Ground | Paper;

export type Colours = Readonly<Record<Colour, string>>;

export const palette: Record<Theme, Colours> = {
	light: {
		paper: '#fdfcfa',
		raised: '#ffffff',
		text: '#1c1b19',
		quiet: '#5b5852',
		rule: '#d9d5cc',
		link: '#1d4f91',
		marked: '#fbeeb4',
		sea: '#d8e2e6',
		land: '#f4f1ea',
		border: '#a59f92',
		province: '#cfc9bc',
		town: '#5b5852',
		red: '#b3231a',
		blue: '#1d5fa6',
		ochre: '#93620a',
		slate: '#55606b',
		green: '#2c6e49',
		ink: '#1c1b19'
	},
	dark: {
		paper: '#15171a',
		raised: '#1d2024',
		text: '#ece9e2',
		quiet: '#a9a69f',
		rule: '#3a3d42',
		link: '#8fbcf5',
		marked: '#3f360f',
		sea: '#11161a',
		land: '#23272b',
		border: '#636a70',
		province: '#3d4348',
		town: '#a9a69f',
		red: '#ff8d7d',
		blue: '#84b9f4',
		ochre: '#dfb35c',
		slate: '#aab3bc',
		green: '#8ac79b',
		ink: '#f4f1ea'
	}
};

/** The palette as CSS custom properties (`--land`), for the page and the still map. */
export function paletteCss(): string {
	const block = (theme: Theme): string =>
		Object.entries(palette[theme])
			.map(([name, colour]) => `--${name}:${colour};`)
			.join('');
	return [
		`:root{color-scheme:light dark;${block('light')}}`,
		`@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${block('dark')}}}`,
		`:root[data-theme='dark']{color-scheme:dark;${block('dark')}}`,
		`:root[data-theme='light']{color-scheme:light}`
	].join('\n');
}
