import type { ViewLabels } from "./view-labels.ts";

/** How far a run is. */
export type Phase = "idle" | "running" | "paused" | "ended";

/** What drives a run. */
const driving =
  '[data-loop="pause"], [data-loop="step"], [data-loop="step-to-output"], [data-loop-part="speed"]';

/** What goes through a run, or shows it otherwise. */
const walking = ["start", "back", "forward", "end", "zoom-out", "zoom-in", "fit", "table"]
  .map((action) => `[data-loop="${action}"]`)
  .join();

/** The bar above a picture: what drives the run, and what is said about it. A recording has a bar with less in it. */
export class ViewControls {
  readonly #view: HTMLElement;
  readonly #labels: ViewLabels;
  #said = "";

  constructor(view: HTMLElement, labels: ViewLabels) {
    this.#view = view;
    this.#labels = labels;
  }

  /** How fast time goes by, as a part of real time. */
  get speed(): number {
    return Number(this.#speedChoice?.value ?? 1);
  }

  onSpeed(call: (speed: number) => void): void {
    this.#speedChoice?.addEventListener("change", () => call(this.speed));
  }

  /** @param hasRun Whether there is a run to go through. */
  show(phase: Phase, hasRun: boolean): void {
    // Not disabled: a button that is would drop the focus.
    for (const button of this.#view.querySelectorAll(walking)) {
      button.ariaDisabled = String(!hasRun);
    }
    // Without a run there may be the picture of a recorded one, which can be saved.
    const isEmpty = !hasRun && this.#view.querySelector(".loop-drawing") === null;
    this.#view.querySelector('[data-loop="save"]')?.setAttribute("aria-disabled", String(isEmpty));
    const pause = this.#view.querySelector<HTMLButtonElement>('[data-loop="pause"]');
    if (pause !== null) {
      pause.textContent = phase === "paused" ? this.#labels.resume : this.#labels.pause;
      pause.ariaDisabled = String(phase !== "paused" && phase !== "running");
    }
  }

  /** Whether what an action would do can be done. */
  has(action: string): boolean {
    return this.#view.querySelector(`[data-loop="${action}"][aria-disabled="true"]`) === null;
  }

  /** Takes away what drives a run where nobody can, or gives it back. */
  letDrive(isDriven: boolean): void {
    for (const control of this.#view.querySelectorAll<HTMLElement>(driving)) {
      control.hidden = !isDriven;
    }
  }

  /** What is said for all who can see it. */
  get said(): string {
    return this.#said;
  }

  /** @param more What is in the picture for all who can see it. */
  say(text: string, more = ""): void {
    this.#said = text;
    const hidden = document.createElement("span");
    hidden.className = "sr-only";
    hidden.textContent = more === "" ? "" : `. ${more}`;
    this.#view.querySelector('[data-loop-part="said"]')?.replaceChildren(text, hidden);
  }

  get #speedChoice(): HTMLSelectElement | null {
    return this.#view.querySelector('[data-loop-part="speed"]');
  }
}
