/** The published data files: W3C Web Annotations, GeoJSON and CSV. docs/embedding.md documents them as an interface. */
import { csvFormat } from 'd3-dsv';
import type { BBox, Feature, FeatureCollection, Geometry } from 'geojson';
import type { Drawing } from '$lib/model/drawing';
import type { Passage, Story } from '$lib/model/story';
import { DECIMALS } from '../places/shapes';

const VOCABULARY = 'urn:border-passages:';

/**
 * An annotation collection: https://www.w3.org/TR/annotation-model/#annotation-collection. `start` and `end` count
 * UTF-16 code units of the article.
 */
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

/**
 * The bboxes of a story have an east above 180 if they cross the antimeridian. RFC 7946, 5.2, wants it less than the
 * west.
 */
function toRfc7946([west, south, east, north]: BBox): BBox {
	return [west, south, east > 180 ? Number((east - 360).toFixed(DECIMALS)) : east, north];
}

/**
 * One feature (RFC 7946) for each place. The geometry is null if the place is listed but not drawn.
 * @param layer id of a layer; without it, the places of all layers
 */
export function placeFeatures(
	{ places }: Story,
	{ parts }: Drawing,
	layer?: string
): FeatureCollection<Geometry | null> {
	const selected = places.filter((place) => layer === undefined || place.layer === layer);
	// The first part of a place is its main one. Because of `reverse` it replaces the others in the map.
	const geometries = new Map(
		parts.features
			.filter(({ properties }) => properties.part !== 'label')
			.map(({ properties: { place }, geometry }) => [place, geometry] as const)
			.reverse()
	);
	return {
		type: 'FeatureCollection',
		features: selected.map(
			({ id, bbox, anchor: _anchor, alsoHere: _alsoHere, ...properties }): Feature<Geometry | null> => ({
				type: 'Feature',
				id,
				...(bbox && { bbox: toRfc7946(bbox) }),
				geometry: geometries.get(id) ?? null,
				properties
			})
		)
	};
}

/** CSV (RFC 4180) with a header and one row for each place of each passage. */
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
