import { exactly } from "./axis.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** The log of a pane, as it was at a moment of the run: what came later is out of sight, and a note says so. */
export class LogAtMoment {
  readonly #view: HTMLElement;
  /** Null where the output of the program is shown elsewhere, and until a moment is shown. */
  #log: HTMLElement | null = null;
  /** The note stands before what the pane says of its run. */
  #status: HTMLElement | null = null;
  readonly #labels: ViewLabels;
  readonly #note = document.createElement("span");

  constructor(view: HTMLElement, labels: ViewLabels) {
    this.#view = view;
    this.#labels = labels;
    this.#note.className = "loop-log-note";
  }

  /** Shows what had been printed just after an event. */
  show(timeline: Timeline, index: number): void {
    this.#find();
    if (this.#log === null) {
      return;
    }
    const { outputs } = timeline;
    const printed = outputs.filter(({ moment }) => moment.index <= index).length;
    const entries = [...this.#log.querySelectorAll<HTMLElement>(".pane-line[data-time]")];
    // A long log has lost its beginning, and a cleared one all that came before.
    const first = outputs.length - entries.length;
    for (const [number, entry] of entries.entries()) {
      setLater(entry, first + number >= printed);
    }
    // The error that ended the program has no time of its own.
    const isEnd = index >= timeline.events.length - 1;
    for (const line of this.#log.querySelectorAll<HTMLElement>(".pane-line-error:not([data-time])")) {
      setLater(line, !isEnd);
    }
    this.#say(
      isEnd ? "" : this.#labels.outputAt(exactly(timeline.moments[index]?.at ?? 0), outputs.length - printed),
    );
  }

  /** Shows all that there is. */
  showAll(): void {
    for (const line of this.#log?.querySelectorAll(".loop-later") ?? []) {
      line.classList.remove("loop-later");
    }
    this.#say("");
  }

  /** Each version has a log of its own, which is in the pane when the view is: not always when the view is made. */
  #find(): void {
    const pane = this.#view.closest(".pane");
    this.#log ??= pane?.querySelector('[data-part="log"]') ?? null;
    this.#status ??= pane?.querySelector('[data-part="status"]') ?? null;
  }

  #say(text: string): void {
    this.#note.textContent = text;
    if (text === "") {
      this.#note.remove();
    } else if (!this.#note.isConnected) {
      this.#status?.before(this.#note);
    }
  }
}

function setLater(line: HTMLElement, isLater: boolean): void {
  line.classList.toggle("loop-later", isLater);
}
