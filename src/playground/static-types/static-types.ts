import { fetchOk } from "../../loading/fetch-ok.ts";
import { basePath } from "../../site.ts";
import { loadDocComments } from "../doc-comments.ts";
import type { ExampleTypes, Word } from "./example-types.ts";
import { rangeOf } from "./range-of.ts";
import { TypeTooltip } from "./type-tooltip.ts";

/** How long the pointer rests on a name before its type shows, in milliseconds. */
const rest = 150;

let tooltip: TypeTooltip | undefined;

/** Makes static code that the page holds show its types. */
export async function showTypes(code: HTMLElement, example: string): Promise<TypedCode> {
  const [response] = await Promise.all([
    fetchOk(`${basePath()}types/${example}.json`, `the types of ${example}`),
    loadDocComments(),
  ]);
  const { descriptions, words }: ExampleTypes = await response.json();
  tooltip ??= new TypeTooltip();
  return new TypedCode(code, words[code.dataset.file ?? ""] ?? [], descriptions, tooltip);
}

/** Static code whose names can be pointed at, touched, and walked through with the arrow keys. */
class TypedCode {
  readonly #code: HTMLElement;
  readonly #words: readonly Word[];
  readonly #descriptions: ExampleTypes["descriptions"];
  readonly #tooltip: TypeTooltip;
  readonly #ranges = new Map<Word, Range>();
  #current: Word | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    code: HTMLElement,
    words: readonly Word[],
    descriptions: ExampleTypes["descriptions"],
    tooltip: TypeTooltip,
  ) {
    this.#code = code;
    this.#words = words;
    this.#descriptions = descriptions;
    this.#tooltip = tooltip;
    code.addEventListener("pointermove", (event) => this.follow(event));
    code.addEventListener("click", (event) => this.follow(event));
    code.addEventListener("pointerleave", () => this.#rest(undefined));
    code.addEventListener("keydown", (event) => this.#key(event));
    code.addEventListener("blur", () => this.#show(undefined, false));
  }

  /** A click shows the type at once, and so does a finger's tap. A pointer has to rest, and selects while it is pressed. */
  follow(event: MouseEvent): void {
    if (event.type === "click") {
      this.#show(this.#wordAt(event), false);
    } else if (event.buttons === 0) {
      this.#rest(this.#wordAt(event));
    }
  }

  #rest(word: Word | undefined): void {
    if (word !== this.#current) {
      this.#current = word;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#show(word, false), rest);
    }
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      const index = this.#current === undefined ? -1 : this.#words.indexOf(this.#current);
      this.#show(this.#words[Math.min(Math.max(index + step, 0), this.#words.length - 1)], true);
    }
  }

  #show(word: Word | undefined, aloud: boolean): void {
    clearTimeout(this.#timer);
    this.#current = word;
    const description = word && this.#descriptions[word[3]];
    if (word === undefined || description === undefined) {
      this.#tooltip.hideSoon(this.#code);
      return;
    }
    const range = this.#rangeOf(word);
    if (aloud) {
      range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
    }
    this.#tooltip.show(this.#code, range, description, aloud);
  }

  #wordAt({ clientX, clientY }: MouseEvent): Word | undefined {
    return this.#words.find((word) =>
      [...this.#rangeOf(word).getClientRects()].some(
        ({ left, right, top, bottom }) =>
          clientX >= left && clientX < right && clientY >= top && clientY < bottom,
      ),
    );
  }

  #rangeOf(word: Word): Range {
    const range = this.#ranges.get(word) ?? rangeOf(this.#code, word);
    this.#ranges.set(word, range);
    return range;
  }
}
