export interface Beside {
  /** On which side it stands if there is room there. */
  readonly side: "above" | "below";
  /** How far it stays away from the word, in pixels. */
  readonly gap: number;
  /** How far it stays away from the window's edges, in pixels. */
  readonly margin: number;
}

/** Puts an open popover beside a word, on the other side where there is no room, and within the window. */
export function standBeside(popover: HTMLElement, word: DOMRect, { side, gap, margin }: Beside): void {
  const { style } = popover;
  // Its own size is known only where nothing presses on it.
  style.left = "0";
  const { offsetWidth: width, offsetHeight: height } = popover;
  const [above, below] = [word.top - height - gap, word.bottom + gap];
  const isAbove = side === "above" ? above >= 0 : below + height + margin > innerHeight;
  style.top = `${isAbove ? above : below}px`;
  const rightmost = document.documentElement.clientWidth - width - margin;
  style.left = `${Math.max(margin, Math.min(word.left, rightmost))}px`;
}
