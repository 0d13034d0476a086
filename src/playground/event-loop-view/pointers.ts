export interface PointerEvents {
  readonly onMove: (event: PointerEvent) => void;
  readonly onPress: (event: PointerEvent) => void;
  /** One pointer that is down moves by so many pixels. */
  readonly onDrag: (event: PointerEvent, pixels: number) => void;
  /** A pointer was pressed and let go at one place. */
  readonly onClick: (event: PointerEvent) => void;
  readonly onPinch: (factor: number, x: number) => void;
  readonly onLeave: () => void;
}

/** How far a hand may tremble in a click, in pixels. */
const tremor = 4;

/** One pointer that is down drags, two pinch; one that is up only points. */
export class Pointers {
  /** Where each pointer that is down was pressed, and where it is. */
  readonly #down = new Map<number, { readonly start: number; x: number; hasMoved: boolean }>();
  readonly #events: PointerEvents;

  constructor(element: HTMLElement, events: PointerEvents) {
    this.#events = events;
    element.addEventListener("pointerdown", (event) => {
      const { pointerId, clientX: x } = event;
      this.#down.set(pointerId, { start: x, x, hasMoved: false });
      events.onPress(event);
    });
    element.addEventListener("pointerup", (event) => {
      if (this.#down.get(event.pointerId)?.hasMoved === false) {
        events.onClick(event);
      }
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
      element.addEventListener(end, ({ pointerId }) => this.#down.delete(pointerId));
    }
    element.addEventListener("pointerleave", events.onLeave);
    element.addEventListener("pointermove", (event) => this.#move(event));
  }

  #move(event: PointerEvent): void {
    const pointer = this.#down.get(event.pointerId);
    if (pointer === undefined) {
      // When something moves in the page, a mouse that stands still is said to move as well.
      if (event.pointerType !== "mouse" || event.movementX !== 0 || event.movementY !== 0) {
        this.#events.onMove(event);
      }
      return;
    }
    const { x: before } = pointer;
    const { clientX } = event;
    pointer.x = clientX;
    pointer.hasMoved ||= Math.abs(clientX - pointer.start) > tremor;
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1].x;
    if (other === undefined) {
      this.#events.onDrag(event, clientX - before);
    } else {
      const factor = Math.abs(before - other) / Math.max(1, Math.abs(clientX - other));
      this.#events.onPinch(factor, (clientX + other) / 2);
    }
  }
}
