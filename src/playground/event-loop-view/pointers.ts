export interface PointerEvents {
  readonly onMove: (event: PointerEvent) => void;
  readonly onPan: (pixels: number) => void;
  readonly onPinch: (factor: number, x: number) => void;
  readonly onLeave: () => void;
}

/** One pointer that is down pans, two pinch; one that is up only points. */
export class Pointers {
  readonly #down = new Map<number, number>();

  constructor(element: HTMLElement, { onMove, onPan, onPinch, onLeave }: PointerEvents) {
    element.addEventListener("pointerdown", ({ pointerId, clientX }) => this.#down.set(pointerId, clientX));
    for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
      element.addEventListener(end, ({ pointerId }) => this.#down.delete(pointerId));
    }
    element.addEventListener("pointerleave", onLeave);
    element.addEventListener("pointermove", (event) => {
      const before = this.#down.get(event.pointerId);
      if (before === undefined) {
        onMove(event);
        return;
      }
      const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
      this.#down.set(event.pointerId, event.clientX);
      if (other === undefined) {
        onPan(event.clientX - before);
      } else {
        onPinch(
          Math.abs(before - other) / Math.max(1, Math.abs(event.clientX - other)),
          (event.clientX + other) / 2,
        );
      }
    });
  }
}
