/** Calls once when the reader comes near an element, so that what it lacks is there before the reader is. */
export function whenNear(element: HTMLElement, call: () => Promise<void>): void {
  const near = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting) {
        near.disconnect();
        void call();
      }
    },
    { rootMargin: "800px" },
  );
  near.observe(element);
}
