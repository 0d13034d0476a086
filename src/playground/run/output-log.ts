import type { ConsoleEntry, ConsolePart, ProgramError } from "../../sandbox/protocol.ts";
import { weigh } from "../../sandbox/weigh.ts";
import type { Labels } from "../labels.ts";
import type { OwnMessage } from "../own-message.ts";
import { describeProgramError } from "./describe-program-error.ts";
import { logRoom } from "./log-room.ts";
import { renderTable, renderValue } from "./render-value.ts";

/** How long output may wait to be shown together with what follows, in milliseconds. */
const moment = 16;
/** So many times as long as it took to show output the page is left to the reader, before more is shown. */
const pause = 3;

/** A line that is kept. It has an element once it is shown: what makes room before that is never made, nor laid out. */
interface Line {
  readonly weight: number;
  readonly render: () => HTMLElement;
  element?: HTMLElement;
}

/** What a program printed, in an element with `role="log"`. Text is only ever set as text. */
export class OutputLog {
  readonly #element: HTMLElement;
  readonly #labels: Labels;
  readonly #ownMessage: OwnMessage;
  #lines: Line[] = [];
  #weight = 0;
  /** Elements of lines that are kept no longer. */
  #gone: Element[] = [];
  #dropped = 0;
  #scheduled = false;
  /** How long it took to show output the last time, in milliseconds. */
  #duration = 0;

  constructor(element: HTMLElement, labels: Labels, ownMessage: OwnMessage) {
    this.#element = element;
    this.#labels = labels;
    this.#ownMessage = ownMessage;
  }

  clear(): void {
    this.#forget();
    this.flush();
  }

  /** Shows entries soon: all that arrive within a moment are laid out at once. */
  print(entries: readonly ConsoleEntry[], dropped = 0): void {
    if (dropped > 0) {
      // These came before: what is left of the log begins after the gap.
      while (this.#lines.length > 0) {
        this.#dropOldest();
      }
      this.#dropped += dropped;
    }
    for (const entry of entries) {
      if (entry.method === "clear") {
        this.#forget();
      } else {
        this.#keep({ weight: weigh(entry.parts), render: () => renderEntry(entry) });
      }
    }
    if (!this.#scheduled) {
      this.#scheduled = true;
      setTimeout(() => this.flush(), Math.max(moment, pause * this.#duration));
    }
  }

  printError(error: ProgramError): void {
    const message = this.#ownMessage(error.message);
    const text = describeProgramError({ ...error, message });
    this.#keep({ weight: text.length, render: () => line("error", text) });
    this.flush();
  }

  /** Shows at once what has been printed. */
  flush(): void {
    const start = performance.now();
    this.#scheduled = false;
    const fresh = this.#lines.filter(({ element }) => element === undefined);
    if (fresh.length + this.#gone.length === 0) {
      return;
    }
    // What is new is read out, in a log too that was away and came back in silence.
    this.#element.ariaLive = null;
    for (const element of this.#gone.splice(0)) {
      element.remove();
    }
    const notice = this.#dropped > 0 ? [line("notice", this.#labels.dropped(this.#dropped))] : [];
    this.#element.querySelector(".pane-line-notice")?.remove();
    this.#element.prepend(...notice);
    this.#element.append(...fresh.map((each) => (each.element = each.render())));
    // Which lays out what is new.
    this.#element.scrollTop = this.#element.scrollHeight;
    this.#duration = performance.now() - start;
  }

  #forget(): void {
    this.#lines = [];
    this.#weight = 0;
    this.#dropped = 0;
    this.#gone = [...this.#element.children];
  }

  /** The oldest lines make room for a new one. */
  #keep(line: Line): void {
    this.#lines.push(line);
    this.#weight += line.weight;
    while (this.#lines.length > logRoom.lines || this.#weight > logRoom.weight) {
      this.#dropOldest();
    }
  }

  #dropOldest(): void {
    const oldest = this.#lines.shift();
    this.#weight -= oldest?.weight ?? 0;
    this.#dropped++;
    if (oldest?.element !== undefined) {
      this.#gone.push(oldest.element);
    }
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
