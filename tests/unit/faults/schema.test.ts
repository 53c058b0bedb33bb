/** The published JSON Schemas: they are those of the build, and the files of the story fit them. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { layerSchema } from '$lib/server/input/layer-schema';
import { articleSchema, passagesSchema } from '$lib/server/input/schema';
import { files, type AnyData } from '../../support/story/story';

const schemas = {
	article: { schema: articleSchema, title: 'The article of a story: article/article.yaml' },
	passages: { schema: passagesSchema, title: 'The passages of a story: article/passages.yaml' },
	layer: { schema: layerSchema, title: 'A layer of a story: geo/<layer>.geojson' }
};

/** The schema of the input, in which fields with a default are optional. */
function jsonSchemaOf(name: keyof typeof schemas): z.core.JSONSchema.BaseSchema {
	const { schema, title } = schemas[name];
	const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
	return { $schema, title, ...rest } as z.core.JSONSchema.BaseSchema;
}

const names = Object.keys(schemas) as (keyof typeof schemas)[];

describe('the JSON Schemas in static/schema', () => {
	test.each(names)('%s.json has the rules of the build', async (name) => {
		const text = `${JSON.stringify(jsonSchemaOf(name), null, '\t')}\n`;
		await expect(text).toMatchFileSnapshot(`../../../static/schema/${name}.json`);
	});

	test.each(names)('%s.json is of draft 2020-12 and has descriptions of its fields', (name) => {
		const schema = jsonSchemaOf(name);
		expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
		expect(schema.title).toMatch(/story: /);
		expect(JSON.stringify(schema).match(/"description"/g)!.length).toBeGreaterThan(5);
	});
});

const data: [keyof typeof schemas, string, AnyData][] = [
	['article', files.article.file, parse(files.article.text!)],
	['passages', files.passages.file, parse(files.passages.text!)],
	...files.layers.map(({ file, text }): [keyof typeof schemas, string, AnyData] => [
		'layer',
		file,
		JSON.parse(text!)
	])
];

describe('the files of the story', () => {
	test.each(data)('as %s: %s fits its JSON Schema', (name, _file, content) => {
		const { success, error } = z.fromJSONSchema(jsonSchemaOf(name) as AnyData).safeParse(content);
		expect([success, error?.issues ?? []]).toEqual([true, []]);
	});

	test.each(data)('as %s: %s does not fit with an unknown key', (name, _file, content) => {
		const withUnknownKey = { ...content, colour: 'red' };
		expect(z.fromJSONSchema(jsonSchemaOf(name) as AnyData).safeParse(withUnknownKey).success).toBe(false);
	});

	test('name their schema for text editors', () => {
		for (const { text } of [files.article, files.passages])
			expect(text).toMatch(
				/^# yaml-language-server: \$schema=\.\.\/static\/schema\/(article|passages)\.json\n/
			);
		for (const { text } of files.layers)
			expect(JSON.parse(text!)).toHaveProperty('$schema', '../static/schema/layer.json');
	});
});

test('a layer has at most ten thousand places, and a story at most ten thousand passages', () => {
	const place = JSON.parse(files.layers[0]!.text!).features[0] as { id: string };
	const layerOf = (count: number) => ({
		...(JSON.parse(files.layers[0]!.text!) as object),
		features: Array.from({ length: count }, (_, index) => ({ ...place, id: `place-${index}` }))
	});
	const passage = (parse(files.passages.text!) as { passages: object[] }).passages[0];
	const passagesOf = (count: number) => ({
		passages: Array.from({ length: count }, (_, index) => ({ ...passage, id: `passage-${index}` }))
	});
	expect(layerSchema.safeParse(layerOf(10_000)).error?.issues ?? []).toEqual([]);
	expect(layerSchema.safeParse(layerOf(10_001)).success).toBe(false);
	expect(passagesSchema.safeParse(passagesOf(10_000)).error?.issues ?? []).toEqual([]);
	expect(passagesSchema.safeParse(passagesOf(10_001)).success).toBe(false);
});
