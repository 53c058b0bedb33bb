/** Observes whether an element is in the viewport. */

/**
 * Calls `onchange` now and whenever the element enters or leaves the viewport. In a frame, the element must also be in
 * the viewport of the host page. Returns a function that stops this.
 */
export function observeInView(element: Element, onchange: (inView: boolean) => void): () => void {
	const observer = new IntersectionObserver((entries) =>
		onchange(entries.some(({ isIntersecting }) => isIntersecting))
	);
	observer.observe(element);
	return () => observer.disconnect();
}
