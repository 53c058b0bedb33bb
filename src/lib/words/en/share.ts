/** Words on share pictures, and their descriptions. */
import { plural } from './formats';

interface Kind {
	kind: string;
	uncertain: boolean;
	drawn: boolean;
}

export const share = {
	/** 'Border crossing; position uncertain' */
	kind: ({ kind, uncertain, drawn }: Kind) => {
		if (!drawn) return `${kind}; listed, not drawn`;
		return uncertain ? `${kind}; position uncertain` : kind;
	},
	passages: ({ count }: { count: number }) =>
		plural(count, { one: 'One passage speaks of it', other: `${count} passages speak of it` }),
	onlyComment: 'The article does not speak of it; a comment by the republisher does',
	notNamed: 'The article does not name it',
	/** Size of the story. */
	amount: ({ passages, places }: { passages: number; places: number }) => {
		const ofPassages = plural(passages, { one: '1 passage', other: `${passages} passages` });
		const ofPlaces = plural(places, { one: '1 place', other: `${places} places` });
		return `${ofPassages}, ${ofPlaces}`;
	},
	storyPicture: ({ title }: { title: string }) =>
		`A map of the places, and beside it words of the article and the title: ${title}`,
	placePicture: ({ place }: { place: string }) =>
		`${place} on a map, and beside it what the article says of it`
};
