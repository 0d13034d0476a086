import type { ConsoleEntry, ConsolePart, ProgramError } from "../../sandbox/protocol.ts";
import type { Labels } from "../labels.ts";
import { ownMessage } from "../own-message.ts";
import { describeProgramError } from "./describe-program-error.ts";
import { renderTable, renderValue } from "./render-value.ts";

/** How many lines the log keeps. When more come, the oldest make room, and the log says how many did. */
const maximumLines = 2_000;

/** How long output may wait to be shown together with what follows, in milliseconds. */
const moment = 16;

/** What a program printed, in an element with `role="log"`. Text is only ever set as text. */
export class OutputLog {
  readonly #element: HTMLElement;
  readonly #labels: Labels;
  #dropped = 0;
  #notice: HTMLElement | undefined;
  #pending: ConsoleEntry[] = [];
  #pendingDropped = 0;
  #scheduled = false;

  constructor(element: HTMLElement, labels: Labels) {
    this.#element = element;
    this.#labels = labels;
  }

  clear(): void {
    this.#pending = [];
    this.#pendingDropped = 0;
    this.#empty();
  }

  /** Shows entries soon: all that arrive within a moment are laid out at once. */
  print(entries: readonly ConsoleEntry[], dropped = 0): void {
    this.#pending.push(...entries);
    this.#pendingDropped += dropped;
    const excess = this.#pending.length - maximumLines;
    if (excess > 0) {
      this.#pending.splice(0, excess);
      this.#pendingDropped += excess;
    }
    if (!this.#scheduled) {
      this.#scheduled = true;
      setTimeout(() => this.flush(), moment);
    }
  }

  printError(error: ProgramError): void {
    this.flush();
    const message = ownMessage(error.message, this.#labels.language);
    this.#show([line("error", describeProgramError({ ...error, message }))], 0);
  }

  /** Shows at once what has been printed. */
  flush(): void {
    this.#scheduled = false;
    const lastClear = this.#pending.findLastIndex(({ method }) => method === "clear");
    if (lastClear >= 0) {
      this.#empty();
    }
    const entries = this.#pending.slice(lastClear + 1);
    const dropped = this.#pendingDropped;
    this.#pending = [];
    this.#pendingDropped = 0;
    if (entries.length > 0) {
      this.#show(entries.map(renderEntry), dropped);
    }
  }

  #empty(): void {
    this.#element.replaceChildren();
    this.#notice = undefined;
    this.#dropped = 0;
  }

  #show(lines: readonly HTMLElement[], dropped: number): void {
    this.#element.append(...lines);
    this.#makeRoom(dropped);
    this.#element.scrollTop = this.#element.scrollHeight;
  }

  #makeRoom(dropped: number): void {
    const lines = this.#element.childElementCount - (this.#notice === undefined ? 0 : 1);
    const excess = Math.max(0, lines - maximumLines);
    if (dropped + excess === 0) {
      return;
    }
    this.#notice?.remove();
    for (let removed = 0; removed < excess; removed++) {
      this.#element.firstElementChild?.remove();
    }
    this.#dropped += dropped + excess;
    this.#notice = line("notice", this.#labels.dropped(this.#dropped));
    this.#element.prepend(this.#notice);
  }
}

/** Each entry ends with its line break, so that reading and copying the log gives back what was printed. */
function renderEntry({ method, parts, depth, time }: ConsoleEntry): HTMLElement {
  const element = line(method);
  element.dataset.time = `${(time / 1000).toFixed(3)} s`;
  if (depth > 0) {
    element.style.setProperty("--pane-depth", String(depth));
  }
  for (const [index, part] of parts.entries()) {
    element.append(...(index === 0 ? [] : [" "]), renderPart(part));
  }
  element.append("\n");
  return element;
}

function renderPart(part: ConsolePart): Node {
  switch (part.kind) {
    case "text":
      return document.createTextNode(part.text);
    case "value":
      return renderValue(part);
    case "error":
      return document.createTextNode(describeProgramError(part.error));
    case "table":
      return renderTable(part);
  }
}

function line(kind: string, text?: string): HTMLElement {
  const element = document.createElement("span");
  element.className = `pane-line pane-line-${kind}`;
  if (text !== undefined) {
    element.textContent = `${text}\n`;
  }
  return element;
}
