import { standBeside } from "../../popover/stand-beside.ts";
import { renderType } from "../render-type.ts";
import type { Description } from "../type-checking/questions.ts";

/** The time to move the pointer from a name to its tooltip, in milliseconds. */
const patience = 200;

const beside = { side: "above", gap: 6, margin: 6 } as const;

/** The one tooltip of the page. It can be pointed at and read; Escape, scrolling and looking elsewhere close it. */
export class TypeTooltip {
  readonly #element = document.createElement("div");
  /** Says the type to a screen reader. It stands beside the tooltip, as only what is there already is listened to. */
  readonly #voice = document.createElement("div");
  #owner: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#element.id = "pane-tooltip";
    this.#element.className = "pane-tooltip";
    this.#element.role = "tooltip";
    this.#element.popover = "manual";
    this.#voice.className = "sr-only";
    this.#voice.ariaLive = "polite";
    (document.querySelector("main") ?? document.body).append(this.#element, this.#voice);
    this.#element.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.#element.addEventListener("pointerleave", () => this.#hideSoon());
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.#hide());
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.#element.contains(target as Node)) {
        this.#hide();
      }
    });
    document.addEventListener("scroll", ({ target }) => target !== this.#element && this.#hide(), {
      capture: true,
      passive: true,
    });
  }

  /** Shows what a name is beside the name. `aloud` also has it said. */
  show(owner: HTMLElement, name: Range, description: Description, aloud: boolean): void {
    this.#hide();
    this.#owner = owner;
    owner.setAttribute("aria-describedby", this.#element.id);
    this.#element.replaceChildren(renderType(description));
    this.#element.showPopover();
    standBeside(this.#element, name.getClientRects()[0] ?? name.getBoundingClientRect(), beside);
    CSS.highlights?.set("pane-name", new Highlight(name));
    this.#voice.textContent = aloud ? `${name}: ${description.type}` : "";
  }

  hideSoon(owner: HTMLElement): void {
    if (owner === this.#owner) {
      this.#hideSoon();
    }
  }

  #hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hide(), patience);
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#owner?.removeAttribute("aria-describedby");
    this.#owner = undefined;
    this.#element.hidePopover();
    CSS.highlights?.delete("pane-name");
  }
}
