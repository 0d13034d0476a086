import { eventsOfTasks } from "../inspect/page/events-of-tasks.ts";
import { hasName } from "../inspect/page/has-name.ts";
import { type PageLabels, pageLabelsFor } from "../inspect/page/page-labels.ts";
import { waitingList } from "../inspect/page/waiting-list.ts";
import { WaitingTasks } from "../inspect/page/waiting-tasks.ts";
import { EventLoopView } from "../playground/event-loop-view/event-loop-view.ts";
import { escapeText } from "../playground/event-loop-view/markup.ts";
import type { StackFrame } from "../trace/stack-frame.ts";
import { type TraceEvent, traceLimits } from "../trace/trace.ts";
import { addOverlayElement } from "./overlay-element.ts";
import { overlayMarkup } from "./overlay-markup.ts";
import type { WatchOptions } from "./published.d.ts";
import { type WatchLabels, watchLabelsFor } from "./watch-labels.ts";
import { WatchedLoops } from "./watched-loops.ts";

/** How often the list of those that wait is made anew while it is seen, in milliseconds. */
const listTime = 500;

/** Shows the loops of the page that it is in. */
export class Overlay {
  readonly #labels: WatchLabels;
  readonly #waitingLabels: PageLabels;
  readonly #root: ShadowRoot;
  readonly #loops: WatchedLoops;
  readonly #view: EventLoopView;
  #events: TraceEvent[] = [];
  #tasks = new WaitingTasks();
  #filter = "";
  #isOpen = false;
  #isPaused = false;
  #isFull = false;
  /** Whether there is more than is shown: to filter takes too long to be done for each event. */
  #isBehind = false;
  /** When the last events came, in milliseconds of the page's clock. */
  #heard = 0;
  #listing: ReturnType<typeof setInterval> | undefined;

  /** @param onGone Called when the page takes the overlay out. */
  constructor({ open, corner }: WatchOptions, onGone: () => void) {
    const language = document.documentElement.lang || navigator.language;
    this.#labels = watchLabelsFor(language);
    this.#waitingLabels = pageLabelsFor(language);
    this.#root = addOverlayElement(
      overlayMarkup(language, this.#labels, this.#waitingLabels.waiting, this.#waitingLabels.filter),
      corner,
      onGone,
    );
    this.#loops = new WatchedLoops({
      onEvents: (events) => this.#add(events),
      onPaused: (paused) => this.#setPaused(paused),
      onFull: () => this.#becomeFull(),
    });
    const code = document.createElement("div");
    this.#view = new EventLoopView(
      this.#part("loop"),
      {
        run: (paused) => {
          this.#record();
          if (paused) {
            this.#loops.drive({ type: "pause" });
          }
        },
        drive: (command) => this.#loops.drive(command),
        // There is no code to mark lines in.
        code: () => code,
        version: () => "no file",
        isEdited: () => false,
      },
      language,
    );
    this.#listen();
    this.#loops.record();
    this.#showState();
    if (open) {
      this.#open();
    }
  }

  close(): void {
    this.#collapse();
    this.#loops.close();
    this.#root.host.remove();
  }

  #open(): void {
    this.#isOpen = true;
    this.#part("panel").hidden = false;
    this.#part("toggle").ariaExpanded = "true";
    this.#showRun();
    this.#list();
    this.#listing = setInterval(() => this.#list(), listTime);
  }

  #collapse(): void {
    this.#isOpen = false;
    this.#part("panel").hidden = true;
    this.#part("toggle").ariaExpanded = "false";
    clearInterval(this.#listing);
    this.#view.leave();
    // What is full says nothing to who looks later.
    if (this.#isFull) {
      this.#record();
    }
  }

  #add(events: readonly TraceEvent[]): void {
    this.#heard = performance.now();
    for (const event of events) {
      this.#events.push(event);
    }
    this.#tasks.add(events);
    this.#showState();
    if (!this.#isOpen) {
      return;
    }
    if (this.#filter === "") {
      this.#view.add(events, 0);
    } else {
      this.#isBehind = true;
    }
  }

  /** Forgets what was recorded, and records from now on. */
  #record(): void {
    this.#events = [];
    this.#tasks = new WaitingTasks();
    this.#isFull = false;
    this.#loops.record();
    if (this.#isOpen) {
      this.#showRun();
    }
    this.#showState();
  }

  #stop(): void {
    this.#loops.stop();
    this.#view.end();
    this.#showState();
  }

  #becomeFull(): void {
    if (!this.#isOpen) {
      this.#record();
      return;
    }
    this.#isFull = true;
    this.#view.end();
    this.#showState();
  }

  #setPaused(paused: boolean): void {
    this.#isPaused = paused;
    if (this.#isOpen) {
      this.#view.setPaused(paused);
    }
    this.#showState();
  }

  /** All that was recorded, as if there had been no other tasks than those of the filter. */
  #showRun(): void {
    this.#isBehind = false;
    this.#view.begin();
    this.#view.add(eventsOfTasks(this.#events, this.#filter), 0);
    if (!this.#loops.isRecording) {
      this.#view.end();
    } else if (this.#isPaused) {
      this.#view.setPaused(true);
    }
  }

  #showState(): void {
    const { isRecording, hasLoops } = this.#loops;
    const { count } = this.#tasks;
    const [state, text] = this.#isPaused
      ? ["paused", this.#labels.paused]
      : isRecording
        ? hasLoops || count > 0
          ? ["runs", this.#labels.tasks(count)]
          : ["idle", this.#labels.idle]
        : ["off", this.#labels.off];
    this.#part("toggle").dataset.state = state;
    setText(this.#part("state"), text);
    setText(this.#part("said"), this.#whatIsSaid());
    setText(this.#part("record"), isRecording ? this.#labels.stop : this.#labels.record);
    this.#part("anew").hidden = !isRecording;
  }

  #whatIsSaid(): string {
    if (this.#isFull) {
      return this.#labels.full(traceLimits.all);
    }
    if (!this.#loops.isRecording) {
      return this.#labels.stopped;
    }
    return this.#events.length === 0 ? this.#labels.noLoop : this.#labels.recording;
  }

  #list(): void {
    if (this.#isBehind) {
      this.#showRun();
    }
    const last = this.#events.at(-1)?.at ?? 0;
    const isMoving = this.#loops.isRecording && !this.#isPaused;
    const now = isMoving ? last + (performance.now() - this.#heard) / 1000 : last;
    const wanted = this.#filter.toLowerCase();
    const graph = this.#tasks.graph().filter((task) => hasName(task, wanted));
    this.#part("waiting").innerHTML = waitingList(graph, now, this.#waitingLabels, markPlace);
  }

  #listen(): void {
    const toggle = this.#part("toggle");
    toggle.addEventListener("click", () => (this.#isOpen ? this.#collapse() : this.#open()));
    this.#part("close").addEventListener("click", () => this.#leave());
    this.#root.querySelector<HTMLElement>(".watch")?.addEventListener("keydown", ({ key, isComposing }) => {
      if (key === "Escape" && !isComposing && this.#isOpen) {
        this.#leave();
      }
    });
    this.#part("record").addEventListener("click", () =>
      this.#loops.isRecording ? this.#stop() : this.#record(),
    );
    this.#part("anew").addEventListener("click", () => this.#record());
    this.#part("loop").addEventListener("click", ({ target }) => {
      const action = (target as Element).closest<HTMLElement>("[data-loop]")?.dataset.loop;
      if (action !== undefined) {
        this.#view.act(action);
      }
    });
    this.#part("filter").addEventListener("input", ({ target }) => {
      this.#filter = (target as HTMLInputElement).value.trim();
      this.#showRun();
      this.#list();
    });
  }

  /** The focus must not go with the panel. */
  #leave(): void {
    this.#collapse();
    this.#part("toggle").focus();
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

/** What does not change is not said again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function markPlace({ path, line }: StackFrame): string {
  return `<code>${escapeText(path)}:${line}</code>`;
}
