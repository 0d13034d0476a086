import { fetchOk } from "../../loading/fetch-ok.ts";
import { escapeText } from "../../playground/event-loop-view/markup.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import type { PageLabels } from "./page-labels.ts";

/** The files in which tasks wait, one of which is shown. */
export class SourceCode {
  /** What the view marks lines in. */
  readonly file: HTMLElement;
  readonly #choice: HTMLSelectElement;
  readonly #labels: PageLabels;
  readonly #paths = new Set<string>();

  /** @param part The element that is filled. */
  constructor(part: HTMLElement, labels: PageLabels) {
    this.#labels = labels;
    part.innerHTML = `<h2>${escapeText(labels.code)}</h2><select aria-label="${escapeText(labels.file)}"></select><div class="pane-code"><div class="pane-file"></div></div>`;
    this.#choice = part.querySelector("select") as HTMLSelectElement;
    this.file = part.querySelector(".pane-file") as HTMLElement;
    this.#choice.addEventListener("change", () => void this.#show());
  }

  /** The path of the file that is shown. */
  get path(): string {
    return this.#choice.value;
  }

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      for (const frame of "frames" in event ? event.frames : []) {
        this.offer(frame.path);
      }
    }
  }

  async goTo(path: string, line: number): Promise<void> {
    if (path !== this.path) {
      this.#choice.value = path;
      await this.#show();
    }
    const { top } = this.file.getBoundingClientRect();
    const lines = this.file.querySelector("code")?.textContent.split("\n").length ?? 1;
    const height = this.file.clientHeight / lines;
    scrollTo({ top: scrollY + top + line * height - innerHeight / 2 });
  }

  /** Adds a file to the choice; the first one is shown. */
  offer(path: string): void {
    if (path === "" || this.#paths.has(path)) {
      return;
    }
    this.#paths.add(path);
    this.#choice.add(new Option(path, path));
    if (this.#paths.size === 1) {
      void this.#show();
    }
  }

  async #show(): Promise<void> {
    const { path } = this;
    const text = await fetchText(path).catch(() => this.#labels.noCode);
    if (path === this.path) {
      this.file.innerHTML = `<pre><code>${escapeText(text)}</code></pre>`;
    }
  }
}

async function fetchText(path: string): Promise<string> {
  const response = await fetchOk(`source?${new URLSearchParams({ path })}`, "a file of the program");
  return await response.text();
}
