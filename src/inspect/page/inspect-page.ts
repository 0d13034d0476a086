import { EventLoopView } from "../../playground/event-loop-view/event-loop-view.ts";
import { escapeText } from "../../playground/event-loop-view/markup.ts";
import { parseTrace } from "../../trace/parse-trace.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import type { PageCommand, ProgramState } from "../page-protocol.ts";
import { eventsOfTasks } from "./events-of-tasks.ts";
import { hasName } from "./has-name.ts";
import { type PageLabels, pageLabelsFor } from "./page-labels.ts";
import { SourceCode } from "./source-code.ts";
import { waitingList } from "./waiting-list.ts";
import { WaitingTasks } from "./waiting-tasks.ts";

/** How often the list of those that wait is made anew while the program runs, in milliseconds. */
const listTime = 500;

/** What comes from the server. Traces are read as a stranger's would be. */
type Message =
  | ProgramState
  | { readonly type: "trace"; readonly events: unknown }
  | { readonly type: "paused"; readonly paused: boolean }
  | { readonly type: "full" }
  | { readonly type: "ended"; readonly exitCode: number };

/** Shows a program that runs elsewhere, and hands on what the reader wishes. */
export class InspectPage {
  readonly #labels: PageLabels = pageLabelsFor(navigator.language);
  readonly #body: HTMLElement;
  #view: EventLoopView | undefined;
  readonly #code: SourceCode;
  #events: TraceEvent[] = [];
  #tasks = new WaitingTasks();
  #filter = "";
  #isPaused = false;
  #isOfPromises = false;
  /** What came while the reader holds the picture still. */
  #held: TraceEvent[] | undefined;
  #exitCode: number | undefined;
  /** When the last events came, in milliseconds of the page's clock. */
  #heard = 0;

  constructor(body: HTMLElement) {
    this.#body = body;
    body.innerHTML = shell(this.#labels);
    this.#code = new SourceCode(this.#part("code"), this.#labels);
    this.#listen();
    this.#connect();
    setInterval(() => this.#listWaiting(), listTime);
  }

  #connect(): void {
    const source = new EventSource("events");
    source.onmessage = ({ data }) => this.#handle(JSON.parse(data) as Message);
    source.onerror = () => this.#say(this.#labels.lost);
  }

  #handle(message: Message): void {
    switch (message.type) {
      case "program":
        this.#begin(message);
        break;
      case "trace":
        this.#add(parseTrace(message.events) ?? []);
        break;
      case "paused":
        this.#isPaused = message.paused;
        this.#view?.setPaused(message.paused);
        break;
      case "full":
        this.#becomeFull();
        break;
      case "ended":
        this.#end(message.exitCode);
    }
  }

  #begin({ words, promises }: ProgramState): void {
    this.#isOfPromises = promises;
    this.#view ??= this.#makeView();
    this.#release();
    this.#part("words").textContent = words.join(" ");
    document.title = words.join(" ");
    this.#code.offer(words[0] ?? "");
    this.#events = [];
    this.#tasks = new WaitingTasks();
    this.#isPaused = false;
    this.#exitCode = undefined;
    this.#say(this.#labels.running);
    this.#part("anew").hidden = true;
    this.#part("again").hidden = true;
    this.#view?.begin();
    this.#view?.setPaused(false);
  }

  #makeView(): EventLoopView {
    return new EventLoopView(
      this.#part("loop"),
      {
        run: (paused) => this.#send({ type: "run", paused }),
        drive: (command) => this.#send(command),
        code: () => this.#code.file,
        version: () => this.#code.path,
        isEdited: () => false,
        ...(this.#isOfPromises && { onlyWalk: this.#labels.onlyWalk }),
      },
      navigator.language,
    );
  }

  /** Promises go on: what comes now is shown later. */
  #hold(): void {
    if (this.#held === undefined) {
      this.#held = [];
      this.#view?.setPaused(true);
      this.#part("hold").textContent = this.#labels.goOn;
    } else {
      this.#view?.setPaused(false);
      this.#release();
    }
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#part("hold").textContent = this.#labels.hold;
    this.#part("hold").hidden = !this.#isOfPromises;
    this.#add(held);
  }

  #add(events: readonly TraceEvent[]): void {
    if (this.#held !== undefined) {
      this.#held.push(...events);
      return;
    }
    this.#heard = performance.now();
    for (const event of events) {
      this.#events.push(event);
    }
    this.#tasks.add(events);
    this.#code.add(events);
    if (this.#filter === "") {
      this.#view?.add(events, 0);
    } else {
      this.#showFiltered();
    }
    if (this.#exitCode !== undefined) {
      this.#view?.end();
    }
  }

  #becomeFull(): void {
    this.#say(this.#labels.full);
    this.#part("anew").hidden = this.#isOfPromises;
  }

  #end(exitCode: number): void {
    this.#release();
    this.#part("hold").hidden = true;
    this.#exitCode = exitCode;
    this.#say(this.#labels.ended(exitCode));
    this.#part("anew").hidden = true;
    this.#part("again").hidden = false;
    this.#view?.end();
    this.#listWaiting();
  }

  /** The run once more, as if there had been no other tasks. */
  #showFiltered(): void {
    this.#view?.begin();
    this.#view?.add(eventsOfTasks(this.#events, this.#filter), 0);
    this.#view?.setPaused(this.#isPaused || this.#held !== undefined);
    if (this.#exitCode !== undefined) {
      this.#view?.end();
    }
  }

  #listWaiting(): void {
    const last = this.#events.at(-1)?.at ?? 0;
    const isMoving = this.#exitCode === undefined && !this.#isPaused;
    const now = isMoving ? last + (performance.now() - this.#heard) / 1000 : last;
    const wanted = this.#filter.toLowerCase();
    const graph = this.#tasks.graph().filter((task) => hasName(task, wanted));
    const list = this.#part("waiting");
    // Not while somebody is in it: what has the focus would be gone.
    if (!list.contains(document.activeElement)) {
      list.innerHTML = waitingList(graph, now, this.#labels);
    }
  }

  #listen(): void {
    this.#part("loop").addEventListener("click", ({ target }) => {
      const action = (target as Element).closest<HTMLElement>("[data-loop]")?.dataset.loop;
      if (action !== undefined) {
        this.#view?.act(action);
      }
    });
    this.#part("waiting").addEventListener("click", ({ target }) => {
      const { path, line } = (target as Element).closest("button")?.dataset ?? {};
      if (path !== undefined) {
        void this.#code.goTo(path, Number(line));
      }
    });
    this.#part("hold").addEventListener("click", () => this.#hold());
    this.#part("anew").addEventListener("click", () => this.#send({ type: "record anew" }));
    this.#part("again").addEventListener("click", () => this.#send({ type: "run", paused: false }));
    this.#part("filter").addEventListener("input", ({ target }) => {
      this.#filter = (target as HTMLInputElement).value.trim();
      this.#showFiltered();
      this.#listWaiting();
    });
  }

  #send(command: PageCommand): void {
    void fetch("command", { method: "POST", body: JSON.stringify(command) });
  }

  #say(text: string): void {
    this.#part("said").textContent = text;
  }

  #part(name: string): HTMLElement {
    return this.#body.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

function shell(labels: PageLabels): string {
  const words = Object.fromEntries(
    Object.entries(labels).map(([name, text]) => [name, typeof text === "string" ? escapeText(text) : ""]),
  );
  return `<main class="pane" data-loop="open">
<header class="inspect-head">
<h1 data-part="words"></h1>
<p data-part="said" aria-live="polite"></p>
<button type="button" data-part="hold" hidden>${words.hold}</button>
<button type="button" data-part="anew" hidden>${words.recordAnew}</button>
<button type="button" data-part="again" hidden>${words.runAgain}</button>
</header>
<div class="pane-loop" data-part="loop"></div>
<div class="inspect-parts">
<section>
<h2>${words.waiting}</h2>
<input type="search" data-part="filter" aria-label="${words.filter}" placeholder="${words.filter}" />
<ul class="waiting-tasks" data-part="waiting"></ul>
</section>
<section data-part="code"></section>
</div>
</main>`;
}
