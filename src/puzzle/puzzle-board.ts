import type { PuzzleLabels } from "./puzzle-labels.ts";

export interface PuzzleListener {
  /** All lines are in an order. */
  ordered(lines: readonly string[]): void;
  /** The reader wants to see the answer. */
  givenUp(): void;
}

/** Two rows of buttons: the lines that are left, and those that the reader has chosen, in this order. */
export class PuzzleBoard {
  readonly element = document.createElement("div");
  readonly #chosen = document.createElement("ol");
  readonly #left = document.createElement("ul");
  readonly #message = document.createElement("div");
  readonly #showAnswer = document.createElement("button");
  readonly #labels: PuzzleLabels;
  readonly #listener: PuzzleListener;

  constructor(lines: readonly string[], labels: PuzzleLabels, listener: PuzzleListener) {
    this.#labels = labels;
    this.#listener = listener;
    this.element.className = "puzzle-board";
    this.#chosen.ariaLabel = labels.chosen;
    this.#left.ariaLabel = labels.left;
    this.#message.role = "status";
    this.#message.tabIndex = -1;
    this.#message.append(paragraph(labels.howTo));
    this.#showAnswer.type = "button";
    this.#showAnswer.className = "puzzle-show-answer";
    this.#showAnswer.textContent = labels.showAnswer;
    this.#showAnswer.addEventListener("click", () => listener.givenUp());
    this.#left.append(...lines.map((line) => this.#entry(line)));
    this.element.append(this.#chosen, this.#left, this.#message, this.#showAnswer);
  }

  /** Puts the chosen lines back but for the first `count`. */
  keep(count: number): void {
    for (const entry of [...this.#chosen.children].slice(count)) {
      this.#takeBack(entry);
    }
  }

  say(...texts: readonly string[]): void {
    this.#message.replaceChildren(...texts.map(paragraph));
    this.#message.focus();
  }

  /** There is nothing to choose any more. */
  end(...texts: readonly string[]): void {
    this.say(...texts);
    this.#chosen.remove();
    this.#left.remove();
    this.#showAnswer.remove();
  }

  #entry(line: string): HTMLLIElement {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.lang = "en";
    button.translate = false;
    button.textContent = line;
    button.addEventListener("click", () => this.#move(entry));
    entry.append(button);
    return entry;
  }

  #move(entry: HTMLLIElement): void {
    if (entry.parentElement === this.#chosen) {
      this.#takeBack(entry);
      focusOn(entry);
      return;
    }
    const next = entry.nextElementSibling ?? this.#left.firstElementChild;
    this.#chosen.append(entry);
    nameOf(entry, this.#labels.takeBack(textOf(entry)));
    if (this.#left.childElementCount === 0) {
      this.#listener.ordered([...this.#chosen.children].map(textOf));
    } else {
      focusOn(next);
    }
  }

  #takeBack(entry: Element): void {
    nameOf(entry, undefined);
    const after = [...this.#left.children].find((other) => textOf(other) > textOf(entry));
    this.#left.insertBefore(entry, after ?? null);
  }
}

const textOf = (entry: Element): string => entry.textContent;

function nameOf(entry: Element, name: string | undefined): void {
  const button = entry.firstElementChild;
  if (button !== null) {
    button.ariaLabel = name ?? null;
  }
}

function focusOn(entry: Element | null): void {
  entry?.querySelector("button")?.focus();
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
