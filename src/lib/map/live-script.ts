/** The live map as a script of its own. Vite bundles such a one without what it exports: the page finds that here. */
import { startLiveMap } from './live';

declare global {
	var startLiveMap: typeof import('./live').startLiveMap;
}
globalThis.startLiveMap = startLiveMap;
