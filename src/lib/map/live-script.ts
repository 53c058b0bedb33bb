/** The live map as a script of its own. Vite bundles such a one without what it exports: the page finds that here. */
import { startLiveMap } from './live';
import { startWorker } from './maplibre';

const script = { startWorker, startLiveMap };
declare global {
	var liveMap: typeof script;
}
globalThis.liveMap = script;
