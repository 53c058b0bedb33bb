/** All colours of the page and of the maps, in the light and in the dark theme. */
import type { Hue } from '$lib/model/story';

export type Theme = 'light' | 'dark';
/** `side1` and `side2` are the two sides of the line of a story, `land` is all other land; `water` is for names on the sea. */
type Ground =
	| 'sea'
	| 'water'
	| 'land'
	| 'side1'
	| 'side2'
	| 'ribbon1'
	| 'ribbon1near'
	| 'ribbon2'
	| 'border'
	| 'province'
	| 'graticule';
type Paper = 'paper' | 'text' | 'quiet' | 'rule' | 'link' | 'raised' | 'marked' | 'comment';
export type Colour = Hue | Ground | Paper;

export type Colours = Readonly<Record<Colour, string>>;

export const palette: Record<Theme, Colours> = {
	light: {
		paper: '#fbfbf9',
		raised: '#ffffff',
		text: '#15191c',
		quiet: '#525a5f',
		rule: '#d3d7d5',
		link: '#17508a',
		marked: '#f6ecc0',
		comment: '#5a4f6b',
		sea: '#cfdae0',
		water: '#3d6074',
		land: '#eeeeea',
		side1: '#f6f6f3',
		side2: '#e5e5e0',
		ribbon1: '#e4e4e0',
		ribbon1near: '#d1d1cc',
		ribbon2: '#cecfc8',
		border: '#8f9894',
		province: '#c2c9c4',
		graticule: '#d9ddd8',
		red: '#a61b14',
		blue: '#1b4c7c',
		ochre: '#835600',
		slate: '#4a5560',
		green: '#23613f',
		ink: '#15191c'
	},
	dark: {
		paper: '#131619',
		raised: '#1b1f23',
		text: '#efeee9',
		quiet: '#a9b0b3',
		rule: '#353b3f',
		link: '#8dbdf0',
		marked: '#40380f',
		comment: '#c0b2d6',
		sea: '#0c1216',
		water: '#7fa6ba',
		land: '#232a2d',
		side1: '#2a3034',
		side2: '#1e2326',
		ribbon1: '#343a3d',
		ribbon1near: '#3e4447',
		ribbon2: '#191d20',
		border: '#69736f',
		province: '#3d4548',
		graticule: '#30373a',
		red: '#ff8a78',
		blue: '#8fbcec',
		ochre: '#dcb25f',
		slate: '#b3bcc4',
		green: '#8fcba0',
		ink: '#d9dad6'
	}
};

/** The palette as CSS custom properties (`--land`), for the page and the still map. On paper every theme is light. */
export function paletteCss(): string {
	const block = (theme: Theme): string =>
		Object.entries(palette[theme])
			.map(([name, colour]) => `--${name}:${colour};`)
			.join('');
	return [
		`:root{color-scheme:light dark;${block('light')}}`,
		`@media screen and (prefers-color-scheme:dark){:root:not([data-theme='light']){${block('dark')}}}`,
		`@media screen{:root[data-theme='dark']{color-scheme:dark;${block('dark')}}}`,
		`:root[data-theme='light']{color-scheme:light}`
	].join('\n');
}
