/** Schemas of the layers of a story (geo/<layer>.geojson), and of the towns of its basemap. */
import { z } from 'zod';
import {
	box,
	certainty,
	httpsUrl,
	identifier,
	language,
	latitude,
	longitude,
	MAX_ENTRIES,
	MAX_PLACES,
	text,
	UNIQUE_ID
} from './fields';

const properties = z.strictObject({
	names: z.record(language, text).describe('Language tag to name; the language of the page is among them'),
	local: language.optional().describe('Which of the names is the one used in the place itself'),
	kind: text.describe('What kind of place, in the language of the page'),
	precision: z.number().min(1).max(5_000_000).optional().describe('Metres within which the place is known'),
	certainty,
	on: identifier.optional().describe('The line place on which it lies'),
	within: identifier.optional().describe('The area place in which it lies'),
	sides: z
		.tuple([identifier, identifier])
		.optional()
		.describe('The two area places that a line divides, the one with the lighter tint first'),
	listed: z.literal(true).optional().describe('Listed, not drawn: geometry is null'),
	status: z.strictObject({ date: text, value: text, detail: text, certainty }).optional(),
	note: text.optional().describe('How the position was found, and what is not known'),
	provenance: z.strictObject({ source: text, licence: text, url: httpsUrl.optional() })
});

const statuses = z
	.array(
		z.strictObject({
			value: text.describe('The "value" of a status of a place of this layer'),
			label: text.describe('What the key says of it'),
			sign: z.enum(['disc', 'half', 'bars', 'bar', 'ring']).describe('What fills its ring on the map')
		})
	)
	.max(MAX_ENTRIES)
	.superRefine((all, { addIssue }) => {
		for (const [index, { value }] of all.entries())
			if (all.findIndex((other) => other.value === value) < index)
				addIssue({
					code: 'custom',
					path: [index, 'value'],
					message: 'is the value of two statuses',
					params: { mend: 'Keep one of the two.' }
				});
	})
	.default([])
	.describe(
		'The signs of the statuses, in the order of the key. A value without one has an empty, broken ring'
	);

/** What a layer file has beyond GeoJSON. parse.ts and places/geometry.ts check the geometries. */
export const layerSchema = z.strictObject({
	$schema: z.string().optional(),
	type: z.literal('FeatureCollection'),
	label: text.describe('The layer in the legend'),
	description: text,
	bbox: box.describe(
		'West, south, east, north: holds every place of the layer, so that swapped coordinates show'
	),
	hue: z.enum(['red', 'blue', 'ochre', 'slate', 'green', 'ink']),
	shape: z.enum(['square', 'diamond', 'circle', 'triangle', 'area', 'line']),
	statuses,
	features: z
		.array(
			z.strictObject({
				type: z.literal('Feature'),
				id: identifier.describe(`${UNIQUE_ID}: it is the address of its card`),
				geometry: z.strictObject({ type: text, coordinates: z.unknown() }).nullable(),
				properties
			})
		)
		.min(1)
		.max(MAX_PLACES)
});

/** geo/basemap/towns.geojson. A program writes it, so unknown keys are allowed and dropped. */
export const townsSchema = z.object({
	type: z.literal('FeatureCollection'),
	attribution: text,
	features: z.array(
		z.object({
			type: z.literal('Feature'),
			geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([longitude, latitude]) }),
			properties: z.object({
				names: z.record(language, text),
				local: language.optional(),
				rank: z.int().min(1).max(6)
			})
		})
	)
});

export type LayerFile = z.infer<typeof layerSchema>;
