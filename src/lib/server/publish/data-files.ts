/** The story as data for others: W3C annotations, GeoJSON, CSV. What each file holds is promised in docs/embedding.md. */
import { csvFormat } from 'd3-dsv';
import type { BBox, Feature, FeatureCollection, Geometry } from 'geojson';
import type { Drawing } from '$lib/model/drawing';
import type { Passage, Story } from '$lib/model/story';
import { DECIMALS } from '../places/shapes';

const VOCABULARY = 'urn:border-passages:';

/** https://www.w3.org/TR/annotation-model/#annotation-collection; positions count UTF-16 code units. */
export function annotations({ article, passages }: Story): object {
	return {
		'@context': ['http://www.w3.org/ns/anno.jsonld', { '@vocab': VOCABULARY }],
		type: 'AnnotationCollection',
		label: article.title,
		total: passages.length,
		first: { type: 'AnnotationPage', startIndex: 0, items: passages.map(annotation) }
	};
}

function annotation({
	id,
	quote,
	prefix,
	suffix,
	start,
	end,
	speaker,
	voice,
	verb,
	to,
	places
}: Passage): object {
	return {
		id: `#${id}`,
		type: 'Annotation',
		motivation: 'identifying',
		body: places.map(({ place, ...basis }) => ({
			type: 'SpecificResource',
			source: `places.geojson#${place}`,
			basis: 'words' in basis ? 'named' : 'inferred',
			...basis
		})),
		target: {
			source: 'article.txt',
			selector: [
				{ type: 'TextQuoteSelector', exact: quote, ...(prefix && { prefix }), ...(suffix && { suffix }) },
				{ type: 'TextPositionSelector', start, end }
			]
		},
		speaker,
		voice,
		...(verb && { verb }),
		...(to && { to })
	};
}

/** RFC 7946, 5.2: across the antimeridian east is less than west. Inside the story it goes on beyond 180. */
function withinTheWorld([west, south, east, north]: BBox): BBox {
	return [west, south, east > 180 ? Number((east - 360).toFixed(DECIMALS)) : east, north];
}

/** One feature for each place; null geometry where it is listed and not drawn. All layers, or one. */
export function placeFeatures(
	{ places }: Story,
	{ parts }: Drawing,
	layer?: string
): FeatureCollection<Geometry | null> {
	const chosen = places.filter((place) => layer === undefined || place.layer === layer);
	// Of a place with several parts the first is the one it is known as.
	const geometries = new Map(
		parts.features
			.filter(({ properties }) => properties.part !== 'label')
			.map(({ properties: { place }, geometry }) => [place, geometry] as const)
			.reverse()
	);
	return {
		type: 'FeatureCollection',
		features: chosen.map(
			({ id, bbox, anchor: _anchor, alsoHere: _alsoHere, ...properties }): Feature<Geometry | null> => ({
				type: 'Feature',
				id,
				...(bbox && { bbox: withinTheWorld(bbox) }),
				geometry: geometries.get(id) ?? null,
				properties
			})
		)
	};
}

/** RFC 4180; one row for each passage and place. */
export function passagesCsv({ passages, places, article }: Story): string {
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return csvFormat(
		passages.flatMap((passage) =>
			passage.places.map((mention) => ({
				passage: passage.id,
				quote: passage.quote,
				speaker: passage.speaker.name,
				role: passage.speaker.role,
				verb: passage.verb ?? '',
				to: passage.to ?? '',
				voice: passage.voice,
				place: mention.place,
				place_name: names.get(mention.place) ?? '',
				basis: 'words' in mention ? 'named' : 'inferred',
				words: 'words' in mention ? mention.words : '',
				because: 'because' in mention ? mention.because : '',
				start: passage.start,
				end: passage.end,
				citation: article.citation
			}))
		)
	);
}
