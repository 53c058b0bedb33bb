/** The few commands of W3C WebDriver (https://www.w3.org/TR/webdriver2/) that a visit needs. */
import type { Point, Visitor } from './visitor';

/** What the standard calls them: characters that no keyboard types. */
const keys = { Tab: '\ue004', Enter: '\ue007', Escape: '\ue00c' };

/** Words for the driver at this address; what it answers, or the fault that it tells. */
export async function command<Answer>(
	driver: string,
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: object
): Promise<Answer> {
	const response = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body) }) });
	const { value } = (await response.json()) as { value: Answer & { message?: string } };
	if (!response.ok) throw new Error(`${method} ${path}: ${value.message}`);
	return value;
}

export async function openSession(driver: string, capabilities: object): Promise<Visitor> {
	const { sessionId } = await command<{ sessionId: string }>(driver, 'POST', '/session', { capabilities });
	const path = `/session/${sessionId}`;
	const post = <Answer>(name: string, body: object = {}): Promise<Answer> =>
		command<Answer>(driver, 'POST', `${path}/${name}`, body);
	const act = async (type: 'pointer' | 'key', actions: object[]): Promise<void> => {
		await post('actions', { actions: [{ type, id: type, actions }] });
	};

	const visitor: Visitor = {
		// The standard has no command that reads the console.
		faults: [],
		open: async (url) => {
			await post('url', { url });
		},
		async evaluate(task, argument, frame) {
			if (frame !== undefined) await post('frame', { id: frame });
			try {
				// JSON has no undefined.
				const args = argument === undefined ? [] : [argument];
				return await post('execute/sync', { script: `return (${task}).apply(null, arguments)`, args });
			} finally {
				if (frame !== undefined) await post('frame', { id: null });
			}
		},
		async resize(width, height) {
			// The standard's size is that of the window, with its bars.
			const outer = await command<{ width: number; height: number }>(driver, 'GET', `${path}/window/rect`);
			const inner = await visitor.evaluate(() => ({ width: innerWidth, height: innerHeight }), undefined);
			await post('window/rect', {
				width: width + outer.width - inner.width,
				height: height + outer.height - inner.height
			});
		},
		press: ({ x, y }: Point) =>
			act('pointer', [
				{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
				{ type: 'pointerDown', button: 0 },
				{ type: 'pointerUp', button: 0 }
			]),
		key: (name) =>
			act(
				'key',
				['keyDown', 'keyUp'].map((type) => ({ type, value: keys[name] }))
			),
		screenshot: async () => Buffer.from(await command<string>(driver, 'GET', `${path}/screenshot`), 'base64'),
		close: () => command(driver, 'DELETE', path)
	};
	return visitor;
}
