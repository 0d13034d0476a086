import type { ConsoleEntry, ProgramError } from "../sandbox/protocol.ts";
import type { Labels } from "./labels.ts";

/** How many lines the log keeps. When more come, the oldest make room, and the log says how many did. */
const maximumLines = 2_000;

/** What a program printed, in an element with `role="log"`. Text is only ever set as text. */
export class OutputLog {
  readonly #element: HTMLElement;
  readonly #labels: Labels;
  #dropped = 0;
  #notice: HTMLElement | undefined;

  constructor(element: HTMLElement, labels: Labels) {
    this.#element = element;
    this.#labels = labels;
  }

  clear(): void {
    this.#element.replaceChildren();
    this.#notice = undefined;
    this.#dropped = 0;
  }

  print(entries: readonly ConsoleEntry[], dropped = 0): void {
    this.#element.append(...entries.map(({ method, text }) => line(method, text)));
    this.#makeRoom(dropped);
  }

  printError({ name, message, path, line: lineNumber, stack }: ProgramError): void {
    const place = path === "" ? "" : `${path}:${lineNumber}: `;
    const trace = stack === "" ? "" : `\n${stack.replaceAll(/^/gm, "    ")}`;
    this.#element.append(line("error", `${place}${name}: ${message}${trace}`));
    this.#makeRoom(0);
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

/** Each line ends with its line break, so that reading and copying the log gives back what was printed. */
function line(kind: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = `pane-line pane-line-${kind}`;
  element.textContent = `${text}\n`;
  return element;
}
