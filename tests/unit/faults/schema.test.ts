import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { articleSchema, layerSchema, passagesSchema } from '$lib/server/input/schema';
import { files, type Spoilt } from '../../support/story/story';

const schemas = {
	article: { schema: articleSchema, title: 'The article of a story: article/article.yaml' },
	passages: { schema: passagesSchema, title: 'The passages of a story: article/passages.yaml' },
	layer: { schema: layerSchema, title: 'A layer of a story: geo/<layer>.geojson' }
};

/** What an editor may write: defaults may be left out. */
function jsonSchemaOf(name: keyof typeof schemas): z.core.JSONSchema.BaseSchema {
	const { schema, title } = schemas[name];
	const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
	return { $schema, title, ...rest } as z.core.JSONSchema.BaseSchema;
}

const names = Object.keys(schemas) as (keyof typeof schemas)[];

describe('the JSON Schemas in static/schema', () => {
	test.each(names)('%s.json is the one the build checks by', async (name) => {
		const text = `${JSON.stringify(jsonSchemaOf(name), null, '\t')}\n`;
		await expect(text).toMatchFileSnapshot(`../../../static/schema/${name}.json`);
	});

	test.each(names)('%s.json is of draft 2020-12 and describes what it asks for', (name) => {
		const schema = jsonSchemaOf(name);
		expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
		expect(schema.title).toMatch(/story: /);
		expect(JSON.stringify(schema).match(/"description"/g)!.length).toBeGreaterThan(5);
	});
});

const data: [keyof typeof schemas, string, Spoilt][] = [
	['article', files.article.file, parse(files.article.text!)],
	['passages', files.passages.file, parse(files.passages.text!)],
	...files.layers.map(({ file, text }): [keyof typeof schemas, string, Spoilt] => [
		'layer',
		file,
		JSON.parse(text!)
	])
];

describe('the files of the story', () => {
	test.each(data)('as %s: %s is what its JSON Schema asks for', (name, _file, content) => {
		const { success, error } = z.fromJSONSchema(jsonSchemaOf(name) as Spoilt).safeParse(content);
		expect([success, error?.issues ?? []]).toEqual([true, []]);
	});

	test.each(data)('as %s: %s may have no key that is not known', (name, _file, content) => {
		const spoilt = { ...content, colour: 'red' };
		expect(z.fromJSONSchema(jsonSchemaOf(name) as Spoilt).safeParse(spoilt).success).toBe(false);
	});

	test('name their schema, so that an editor finds it', () => {
		for (const { text } of [files.article, files.passages])
			expect(text).toMatch(
				/^# yaml-language-server: \$schema=\.\.\/static\/schema\/(article|passages)\.json\n/
			);
		for (const { text } of files.layers)
			expect(JSON.parse(text!)).toHaveProperty('$schema', '../static/schema/layer.json');
	});
});

test('a layer of ten thousand places and as many passages are not too many, one more is', () => {
	const place = JSON.parse(files.layers[0]!.text!).features[0] as { id: string };
	const layerOf = (count: number) => ({
		...(JSON.parse(files.layers[0]!.text!) as object),
		features: Array.from({ length: count }, (_, at) => ({ ...place, id: `place-${at}` }))
	});
	const passage = (parse(files.passages.text!) as { passages: object[] }).passages[0];
	const passagesOf = (count: number) => ({
		passages: Array.from({ length: count }, (_, at) => ({ ...passage, id: `passage-${at}` }))
	});
	expect(layerSchema.safeParse(layerOf(10_000)).error?.issues ?? []).toEqual([]);
	expect(layerSchema.safeParse(layerOf(10_001)).success).toBe(false);
	expect(passagesSchema.safeParse(passagesOf(10_000)).error?.issues ?? []).toEqual([]);
	expect(passagesSchema.safeParse(passagesOf(10_001)).success).toBe(false);
});
