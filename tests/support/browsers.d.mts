export const chromiumArguments: string[];
export function findChromium(): string | undefined;

interface Engines {
	display: string | undefined;
	firefox: string | undefined;
	driver: string | undefined;
	webkit: string | undefined;
}
export function findEngines(): Engines;
export function otherEngines(engines?: Engines): ('firefox' | 'webkit')[];
