/** Calls `tell` with whether the element is in view, now and whenever that changes; in a frame, in view of its host. */
export function wheneverInView(element: Element, tell: (inView: boolean) => void): () => void {
	const observer = new IntersectionObserver((entries) =>
		tell(entries.some(({ isIntersecting }) => isIntersecting))
	);
	observer.observe(element);
	return () => observer.disconnect();
}
