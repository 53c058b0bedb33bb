import type { Frame, Heard, Host } from '$lib/embed/frame';

/** What iframe-resizer 4.3.11 and 5.5.9 send first, for a frame called `map`. */
export const greetings = [
	'[iFrameSizer]map:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true',
	'[iFrameSizer]map:8:false:false:32:true:true::auto:::0:false:child:auto:false:::true:::5.5.9:0::false'
];

/** A page in a frame, and the host page around it. `posts`: what the host was sent, as its listeners get it. */
export function framed(search = '', innerWidth = 400) {
	const hearers = new Set<(event: Heard) => void>();
	const posts: { message: unknown; targetOrigin: string; time: number }[] = [];
	const parent: Host = {
		postMessage: (message, targetOrigin) =>
			posts.push({ message: structuredClone(message), targetOrigin, time: Date.now() })
	};
	const self: Host = {
		postMessage: () => {
			throw new Error('The page spoke to itself.');
		}
	};
	const frame: Frame = {
		self,
		parent,
		innerWidth,
		location: { search },
		addEventListener: (_, hear) => hearers.add(hear),
		removeEventListener: (_, hear) => hearers.delete(hear)
	};
	return {
		frame,
		posts,
		said: () => posts.splice(0).map(({ message }) => message),
		/** The host speaks, or, with another source, somebody else. */
		speak: (data: unknown, source: unknown = parent) => hearers.forEach((hear) => hear({ source, data })),
		hearers
	};
}

/** The same page in a window of its own. */
export function unframed(search = '') {
	const page = framed(search);
	return { ...page, frame: { ...page.frame, parent: page.frame.self } };
}
