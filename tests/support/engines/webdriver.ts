/** A visitor driven by W3C WebDriver (https://www.w3.org/TR/webdriver2/). */
import type { Point, Visitor } from './visitor';

/** The code points that stand for keys in the standard's keyboard actions. */
const keys = { Tab: '\ue004', Enter: '\ue007', Escape: '\ue00c' };

/**
 * Sends a command and returns the value of the response.
 * @param driver URL of the driver
 * @throws the error of the driver
 */
export async function sendCommand<Value>(
	driver: string,
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: object
): Promise<Value> {
	const response = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body) }) });
	const { value } = (await response.json()) as { value: Value & { message?: string } };
	if (!response.ok) throw new Error(`${method} ${path}: ${value.message}`);
	return value;
}

export async function openSession(driver: string, capabilities: object): Promise<Visitor> {
	const { sessionId } = await sendCommand<{ sessionId: string }>(driver, 'POST', '/session', {
		capabilities
	});
	const path = `/session/${sessionId}`;
	const post: Post = (name, body = {}) => sendCommand(driver, 'POST', `${path}/${name}`, body);
	const get = <Value>(name: string): Promise<Value> => sendCommand<Value>(driver, 'GET', `${path}/${name}`);
	const performActions = async (type: 'pointer' | 'key', actions: object[]): Promise<void> => {
		await post('actions', { actions: [{ type, id: type, actions }] });
	};

	const visitor: Visitor = {
		// The standard has no command that reads the console.
		errors: [],
		open: async (url) => {
			await post('url', { url });
		},
		evaluate: (task, argument, frame) => evaluateIn(post, task, argument, frame),
		async resize(width, height) {
			// The standard sets the size of the window, not of the viewport.
			const outer = await get<{ width: number; height: number }>('window/rect');
			const inner = await visitor.evaluate(() => ({ width: innerWidth, height: innerHeight }), undefined);
			await post('window/rect', {
				width: width + outer.width - inner.width,
				height: height + outer.height - inner.height
			});
		},
		click: ({ x, y }: Point) =>
			performActions('pointer', [
				{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
				{ type: 'pointerDown', button: 0 },
				{ type: 'pointerUp', button: 0 }
			]),
		pressKey: (name) =>
			performActions(
				'key',
				['keyDown', 'keyUp'].map((type) => ({ type, value: keys[name] }))
			),
		screenshot: async () => Buffer.from(await get<string>('screenshot'), 'base64'),
		close: () => sendCommand(driver, 'DELETE', path)
	};
	return visitor;
}

type Post = <Value>(name: string, body?: object) => Promise<Value>;

/** Runs the function in the page, or in the frame with this index. */
async function evaluateIn<Result, Argument>(
	post: Post,
	task: (argument: Argument) => Result,
	argument: Argument,
	frame?: number
): Promise<Result> {
	if (frame !== undefined) await post('frame', { id: frame });
	try {
		// JSON has no undefined.
		const args = argument === undefined ? [] : [argument];
		return await post<Result>('execute/sync', { script: `return (${task}).apply(null, arguments)`, args });
	} finally {
		if (frame !== undefined) await post('frame', { id: null });
	}
}
