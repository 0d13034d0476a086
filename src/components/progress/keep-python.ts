import type { PythonState } from "../../offline/python-state.ts";
import type { PythonMessage } from "../../offline/register.ts";
import { keepPythonLabelsFor } from "./keep-python-labels.ts";

/** How long a worker that fetches may say nothing before it is asked whether it is still there, in milliseconds. */
const patience = 10_000;

/** The box that has the service worker keep Python, or throw it away. It shows what the worker tells, in every open page. */
class KeepPython extends HTMLElement {
  readonly #labels = keepPythonLabelsFor(document.documentElement.lang);
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { serviceWorker } = navigator;
    const obstacle = this.#obstacle();
    this.#say(obstacle ?? this.#labels.notYet);
    if (obstacle === undefined) {
      await serviceWorker.ready;
      serviceWorker.addEventListener("message", ({ data }) => data?.type === "python" && this.#show(data));
      serviceWorker.startMessages();
      this.#box.addEventListener("change", () => this.#wish(this.#box.checked ? "keep" : "drop"));
      this.#wish("ask");
    }
  }

  #obstacle(): string | undefined {
    if (document.documentElement.hasAttribute("data-without-python")) {
      return this.#labels.without;
    }
    if (!("serviceWorker" in navigator)) {
      return this.#labels.cannot;
    }
    const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
    return connection?.saveData === true ? this.#labels.savesData : undefined;
  }

  /** To the worker that is at work, and not to one that waits to take its place. */
  async #wish(wish: PythonMessage["wish"]): Promise<void> {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: "python", wish } satisfies PythonMessage);
  }

  #show({ state, part }: PythonState): void {
    const isFetching = state === "fetching";
    this.#box.disabled = false;
    this.#box.checked = isFetching || state === "kept";
    this.#bar.hidden = !isFetching;
    this.#bar.value = part;
    this.#say(this.#labels.states[state]);
    clearTimeout(this.#waiting);
    if (isFetching) {
      // A browser may end a worker that takes long. Asked, it begins anew and has nothing.
      this.#waiting = setTimeout(() => this.#wish("ask"), patience);
    }
  }

  /** What is said already is not said again to a screen reader. */
  #say(text: string): void {
    const status = this.#find('[role="status"]');
    if (status.textContent !== text) {
      status.textContent = text;
    }
  }

  get #box(): HTMLInputElement {
    return this.#find("input");
  }

  get #bar(): HTMLProgressElement {
    return this.#find("progress");
  }

  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) {
      throw new Error(`The switch for Python has no ${selector}. See keep-python.astro.`);
    }
    return found;
  }
}

customElements.define("keep-python", KeepPython);
