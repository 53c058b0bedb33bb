/** A window in a frame, and the window of its host page, for the unit tests of the embed. */
import type { Frame, FrameMessage, Host } from '$lib/embed/frame';

/** The first messages of iframe-resizer 4.3.11 and 5.5.9, for a frame with the id `map`. */
export const initMessages = [
	'[iFrameSizer]map:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true',
	'[iFrameSizer]map:8:false:false:32:true:true::auto:::0:false:child:auto:false:::true:::5.5.9:0::false'
];

/** A window in a frame. `posts`: the messages that the frame has sent to its host. */
export function framed(search = '', innerWidth = 400) {
	const listeners = new Set<(event: FrameMessage) => void>();
	const posts: { message: unknown; targetOrigin: string; time: number }[] = [];
	const parent: Host = {
		postMessage: (message, targetOrigin) =>
			posts.push({ message: structuredClone(message), targetOrigin, time: Date.now() })
	};
	const self: Host = {
		postMessage: () => {
			throw new Error('The page sent a message to itself.');
		}
	};
	const frame: Frame = {
		self,
		parent,
		innerWidth,
		location: { search },
		addEventListener: (_, listener) => listeners.add(listener),
		removeEventListener: (_, listener) => listeners.delete(listener)
	};
	return {
		frame,
		posts,
		/** Returns the messages and removes them from `posts`. */
		takePosts: () => posts.splice(0).map(({ message }) => message),
		/** Sends a message to the frame, from the host or another window. */
		send: (data: unknown, source: unknown = parent) =>
			listeners.forEach((listener) => listener({ source, data })),
		listeners
	};
}

/** A top-level window. */
export function unframed(search = '') {
	const page = framed(search);
	return { ...page, frame: { ...page.frame, parent: page.frame.self } };
}
