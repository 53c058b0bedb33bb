/**
 * What MapLibre makes all at once on the page's thread, in the first picture or when its worker has come so far as to ask
 * for it, and waits: the programs of the graphics processor, and the letters of names, which are set in the reader's
 * fonts. They are made while the worker is not so far, a few at a time: presses come in between.
 */
import type { Map } from 'maplibre-gl';
import { FONT } from '$lib/drawing/switches';

/** A slow telephone takes some 20 ms for as many letters. */
const FEW = 6;

type ProgramCache = Map['painter']['programCache'];
type Configuration = NonNullable<Parameters<ProgramCache['getProgram']>[0]['programConfiguration']> | null;
type Program = ReturnType<ProgramCache['getProgram']>;

/** Of MapLibre's buckets, what tells of a style layer which properties its program takes from features. */
interface Configured {
	programConfigurations: { get(layer: string): Configuration };
}
interface ConfiguredSymbols {
	createArrays(): void;
	text: Configured;
}

/**
 * `letters`: those that the first view will need. What is not made here, for want of time or by a fault, MapLibre makes
 * when it is asked for, and tells of its faults.
 */
export async function prepare(map: Map, letters: string, signal: AbortSignal): Promise<void> {
	const all = [...letters];
	const drawSome = (from: number) => (): unknown =>
		map.style.glyphManager.getGlyphs({ [FONT]: { default: all.slice(from, from + FEW) } });
	const drawing = all.flatMap((_, index) => (index % FEW === 0 ? [drawSome(index)] : []));
	try {
		for (const step of [...programs(map), ...drawing]) {
			await new Promise((resolve) => setTimeout(resolve));
			if (signal.aborted) return;
			await step();
		}
	} catch {
		return;
	}
}

/** Layers of one type have one program (expressions.ts): those of the ground are in every style. */
function programs(map: Map): (() => void)[] {
	return [
		() => link(map, 'clippingMask', null),
		() => link(map, 'fill', bucketOf<Configured>(map, 'land').programConfigurations.get('land')),
		() => link(map, 'line', bucketOf<Configured>(map, 'borders').programConfigurations.get('borders')),
		() => {
			const towns = bucketOf<ConfiguredSymbols>(map, 'towns');
			towns.createArrays();
			link(map, 'symbolSDF', towns.text.programConfigurations.get('towns'));
			shareWithSymbols(map.painter.programCache);
		}
	];
}

/** An empty one. */
function bucketOf<Bucket>(map: Map, id: string): Bucket {
	const layer = map.style.getLayer(id);
	return layer?.createBucket?.({
		layers: [layer],
		zoom: map.getZoom(),
		overscaling: 1,
		pixelRatio: map.getPixelRatio(),
		index: 0,
		collisionBoxArray: undefined as never,
		sourceLayerIndex: 0,
		sourceID: layer.source
	}) as Bucket;
}

function link({ painter, style: { projection } }: Map, name: string, configuration: Configuration): void {
	if (!projection) return;
	const { shaderVariantName, shaderDefine, shaderPreludeCode } = projection;
	painter.programCache.getProgram({
		name,
		programConfiguration: configuration,
		projectionShaderVariant: { name: shaderVariantName, define: shaderDefine, prelude: shaderPreludeCode },
		showOverdrawInspector: false,
		useTerrain: false,
		defines: []
	});
}

/**
 * MapLibre draws symbols by the same program as names, and makes it ready once for each, since properties are called
 * otherwise. Once is a tenth less until the map is drawn, where the processor draws.
 */
function shareWithSymbols(cache: ProgramCache): void {
	const programs = Reflect.get(cache, 'programs') as Record<string, Program>;
	for (const [key, program] of Object.entries(programs)) {
		if (!key.startsWith('symbolSDF')) continue;
		const { binderUniforms } = program;
		// The bindings are the same ones: each knows what the graphics processor was told last.
		const shared = binderUniforms.map((uniform) => ({ ...uniform, property: symbols(uniform.property) }));
		programs[symbols(key)] ??= Object.assign(Object.create(program) as Program, { binderUniforms: shared });
	}
}

const symbols = (names: string): string => names.replaceAll('text-', 'icon-');
