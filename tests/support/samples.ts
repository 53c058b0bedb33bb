/** Values for the entries of the catalogue of words that are functions. */
import type { Words } from '$lib/words/en';

/** The types refuse an entry without values. */
type Samples = {
	[Group in keyof Words as Words[Group] extends string ? never : Group]: {
		[
			Name in keyof Words[Group] as Words[Group][Name] extends (values: never) => string ? Name : never
		]: Words[Group][Name] extends (values: infer Values) => string ? [Values, ...Values[]] : never;
	};
};

const day = '2021-11-19';
const [title, citation, name, kind] = [
	'A title',
	'The Paper, 20 November 2021',
	'Kuznica',
	'border crossing'
];
const place = { kind, precision: 1500, certainty: 'certain' as const, anchor: [23, 53] };
const [source, licence] = ['OpenStreetMap', 'ODbL'];
const counts: [{ count: number }, ...{ count: number }[]] = [
	{ count: 0 },
	{ count: 1 },
	{ count: 2 },
	{ count: 5 }
];

export const samples: Samples = {
	masthead: {
		source: [
			{ publisher: 'The Paper', day },
			{ publisher: 'The Paper', day, author: 'A. Writer', republisher: 'A Site' }
		],
		brief: [
			{ publisher: 'The Paper', day },
			{ publisher: 'The Paper', day, republisher: 'A Site' }
		]
	},
	map: {
		still: [{ view: 'the border' }],
		somewhere: [{ metres: 2000 }],
		place: [{ name, kind }],
		credits: [{ sources: ['Natural Earth'] }, { sources: ['Natural Earth', '© OpenStreetMap contributors'] }]
	},
	key: { comments: counts, statuses: [{ layer: 'Crossings' }, { layer: 'Crossings', date: day }] },
	card: {
		close: [{ place: name }],
		status: [
			{ value: 'closed', date: day, certainty: 'certain' },
			{ value: 'closed', date: '2021-11', certainty: 'uncertain' }
		],
		onlyComment: [{ speaker: 'A Site' }],
		notNamedOnLine: [{ line: 'Belarus–Poland border' }],
		count: [
			{ index: 1, total: 2, isComment: false },
			{ index: 0, total: 2, isComment: true, subject: 'the border' }
		],
		why: [{ basis: { words: 'the border' } }, { basis: { because: 'The camp lies there.' } }],
		allHere: counts,
		allAbout: counts.map(({ count }) => ({ count, place: name })) as Samples['card']['allAbout'],
		alsoHere: [{ places: [name] }, { places: [name, 'Bruzgi'] }],
		position: [{ source, licence }]
	},
	place: {
		knownTo: [{ precision: 900 }, { precision: 1500 }],
		known: [place, { ...place, certainty: 'less-certain' }],
		described: [
			{ place },
			{ place: { ...place, precision: 30, certainty: 'less-certain' }, status: 'closed' },
			{ place: { ...place, on: 'the-border', certainty: 'uncertain' } },
			{ place: { ...place, outlined: true } },
			{ place: { ...place, precision: 5000, certainty: 'uncertain' } },
			{ place: { kind, certainty: 'certain', anchor: null } }
		]
	},
	quote: {
		speaker: [
			{ name: 'A. Leader', voice: 'direct' },
			{ name: 'A. Leader', voice: 'direct', pronoun: 'she', to: 'the BBC' },
			{ name: 'A. Leader', voice: 'indirect', pronoun: 'he', to: 'the BBC' },
			{ name: 'A. Leader', voice: 'narration' },
			{ name: 'A. Leader', voice: 'caption' },
			{ name: 'A. Leader', voice: 'comment' }
		],
		date: [{ phrase: 'yesterday', day }],
		copyThis: [{ beginning: 'He said' }],
		cited: [
			{
				quote: 'It is.',
				speaker: 'A. Leader',
				voice: 'direct',
				source: citation,
				address: 'https://a.example'
			}
		]
	},
	walk: {
		amount: counts,
		at: [{ index: 1, total: 11 }]
	},
	list: {
		notQuoted: counts,
		showThisOnMap: [{ beginning: 'He said' }],
		all: [
			{ passages: 1, places: 100, pages: 1 },
			{ passages: 70, places: 1, pages: 1 },
			{ passages: 1230, places: 1231, pages: 13 }
		]
	},
	table: {
		caption: [
			{ layer: 'Crossings', eastward: false },
			{ layer: 'Crossings', eastward: true }
		],
		when: [{}, { date: day }],
		status: [
			{ value: 'Closed', certainty: 'certain' },
			{ value: 'Closed', date: day, certainty: 'uncertain' }
		]
	},
	about: {
		published: [
			{ publisher: 'The Paper', day, certainty: 'certain' },
			{ publisher: 'The Paper', author: 'A. Writer', day, certainty: 'less-certain', note: 'Seen in a copy.' }
		],
		relativeDates: [
			{ day, phrases: [] },
			{
				day,
				phrases: [
					{ phrase: 'yesterday', day },
					{ phrase: 'on Monday', day }
				]
			}
		],
		quoted: [
			{ count: 1, share: 0.04, limit: 0.5, checksum: 'abc' },
			{ count: 20, share: 0.456, limit: 0.5, checksum: 'abc' }
		],
		whoSpeaks: [
			{ speakers: [{ speaker: 'A. Leader', share: 1 }] },
			{
				speakers: [
					{ speaker: 'A. Leader', share: 0.4 },
					{ speaker: 'A Site', share: 0.6 }
				]
			}
		],
		mentions: counts,
		mention: [{ words: 'Africa', reason: 'A comment names it.' }],
		credit: [{ source, licence }]
	},
	embed: { width: [{ pixels: 320 }] },
	share: {
		kind: [
			{ kind, uncertain: false, drawn: true },
			{ kind, uncertain: true, drawn: true },
			{ kind, uncertain: false, drawn: false }
		],
		passages: counts,
		amount: [
			{ passages: 1, places: 1 },
			{ passages: 20, places: 30 }
		],
		storyPicture: [{ title }],
		placePicture: [{ place: name }]
	},
	pages: {
		description: [{ summary: 'What happened.', citation }],
		placeTitle: [{ place: name, title }],
		placeDescription: counts.map(({ count }) => ({
			name,
			kind,
			count,
			citation
		})) as Samples['pages']['placeDescription'],
		placeKicker: counts.map(({ count }) => ({ kind, count })) as Samples['pages']['placeKicker'],
		language: [{ tag: 'pl' }, { tag: 'ckb' }],
		viewTitle: [{ view: 'Border', title }],
		viewDescription: [{ view: 'Border', title, citation }],
		toWholeMap: [{ title }],
		moreTitle: [{ title, page: 2, pages: 3 }],
		moreDescription: [{ title: 'A title, page 2 of 3', citation }]
	}
};
