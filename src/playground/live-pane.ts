import type { RunState } from "../sandbox/protocol.ts";
import { type Labels, labelsFor } from "./labels.ts";
import { offerTypes } from "./static-types/offer-types.ts";
import type { Workbench } from "./workbench.tsx";

/**
 * A pane, as the page holds it before and after it wakes: `<live-pane data-example="..." data-state="idle">`.
 * This element owns the buttons, the choice of version and the state. The editor and the sandbox come with the
 * workbench, which is loaded at the reader's first wish to run or edit, and not before.
 */
class LivePane extends HTMLElement {
  #labels: Labels = labelsFor(this.lang);
  #workbench: Promise<Workbench> | undefined;

  connectedCallback(): void {
    this.#labels = labelsFor(this.closest<HTMLElement>("[lang]")?.lang);
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("change", () => void this.#showVersion());
    // Captured on its way down, before the editor makes a line break of it.
    this.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    this.#part("code").addEventListener("focusin", () => void import("./workbench.tsx"), { once: true });
    offerTypes(this, this.#labels.typesByKeyboard);
    // A browser may keep the chosen version over a reload; the code must agree with it.
    void this.#showVersion();
  }

  get #version(): string {
    return this.querySelector<HTMLInputElement>("input[type=radio]:checked")?.value ?? "main.ts";
  }

  get #runnable(): boolean {
    return this.dataset.runtime === "browser" && this.#version.endsWith(".ts");
  }

  #click(event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-action]");
    switch (button?.dataset.action) {
      case "run":
        return void this.#run();
      case "stop":
        return void this.#workbench?.then((workbench) => workbench.stop());
      case "edit":
        return void this.#edit();
      case "reset":
        return void this.#reset();
      case "copy":
        return void this.#copy();
      case "types":
        return void this.#toggleTypes(button);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.#runnable) {
      event.preventDefault();
      event.stopPropagation();
      void this.#run();
    }
  }

  async #run(): Promise<void> {
    // Said at once: the reader pressed a button, and the first time the editor takes a moment to load.
    this.#setState("running", 0);
    (await this.#wake())?.run(this.#version);
  }

  async #edit(): Promise<void> {
    (await this.#wake())?.focusEditor();
  }

  async #reset(): Promise<void> {
    if (this.#workbench !== undefined && confirm(this.#labels.confirmReset)) {
      (await this.#workbench).reset();
    }
  }

  async #copy(): Promise<void> {
    const workbench = await this.#workbench;
    const code = workbench?.code(this.#version) ?? this.#readCode(this.#version);
    try {
      await navigator.clipboard.writeText(code.endsWith("\n") ? code : `${code}\n`);
      this.#say(this.#labels.copied);
    } catch {
      this.#say(this.#labels.copyFailed);
    }
  }

  async #toggleTypes(button: HTMLButtonElement): Promise<void> {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    const workbench = await this.#wake();
    if (!on) {
      workbench?.stopCheckingTypes();
      return;
    }
    this.#say(this.#labels.loadingTypes);
    try {
      this.#say(this.#labels.typeErrors((await workbench?.checkTypes()) ?? 0));
    } catch (error) {
      button.setAttribute("aria-pressed", "false");
      this.#say(this.#labels.typesFailed);
      console.error(error);
    }
  }

  async #showVersion(): Promise<void> {
    const version = this.#version;
    this.dataset.version = version;
    this.#button("run").disabled = !this.#runnable;
    this.#button("edit").disabled = !this.#runnable;
    this.#button("types").disabled = !this.#runnable;
    (await this.#workbench)?.show(version);
  }

  /** Loads the workbench once. A failure is said, and the next wish tries again. */
  async #wake(): Promise<Workbench | undefined> {
    this.#workbench ??= this.#openWorkbench();
    try {
      return await this.#workbench;
    } catch (error) {
      this.#workbench = undefined;
      this.dataset.state = "failed";
      this.#say(this.#labels.loadFailed);
      console.error(error);
      return undefined;
    }
  }

  async #openWorkbench(): Promise<Workbench> {
    this.#say(this.#labels.loading);
    const { openWorkbench } = await import("./workbench.tsx");
    const files = [...this.querySelectorAll<HTMLElement>("[data-file$='.ts']")].map(
      (file) => file.dataset.file ?? "",
    );
    return openWorkbench({
      labels: this.#labels,
      example: this.dataset.example ?? "",
      editor: this.#part("editor"),
      log: this.#part("log"),
      sandboxAddress: new URL(this.dataset.sandbox ?? "", location.href).href,
      files: Object.fromEntries(files.map((name) => [name, this.#readCode(name)])),
      active: this.#version,
      onReady: () => {
        this.dataset.awake = "";
        this.#say("");
      },
      onEdited: (edited) => {
        this.#button("reset").disabled = !edited;
      },
      onState: (state, elapsed) => this.#setState(state, elapsed),
    });
  }

  #setState(state: RunState, elapsed: number): void {
    this.#keepHeight();
    this.dataset.state = state;
    delete this.dataset.verdict;
    const running = state === "running" || state === "blocked";
    this.#button("stop").disabled = !running;
    if (state === "done" && this.dataset.kind === "exercise") {
      this.#judge();
    } else {
      this.#say(running ? this.#labels.states[state] : `${this.#labels.states[state]} · ${seconds(elapsed)}`);
    }
  }

  /** An exercise is solved when the program has printed exactly what was asked for. */
  #judge(): void {
    const expected = this.#part("expected").textContent.split("\n");
    const printed = this.#part("log").textContent.split("\n");
    const length = Math.max(expected.length, printed.length);
    const wrong = Array.from({ length }, (_, line) => line).find((line) => expected[line] !== printed[line]);
    this.dataset.verdict = wrong === undefined ? "right" : "wrong";
    this.#say(wrong === undefined ? this.#labels.right : this.#labels.wrong(wrong + 1));
  }

  /** The output takes the place of the expected output, and nothing below it moves. */
  #keepHeight(): void {
    const output = this.#part("output");
    output.style.minHeight ||= `${output.offsetHeight}px`;
    // From now on the log can hold more than fits, and must be in reach of the keyboard.
    this.#part("log").tabIndex = 0;
  }

  #say(text: string): void {
    this.#part("status").textContent = text;
  }

  /** The code as the page shows it: each line is an element, and an empty one may hold a line break. */
  #readCode(name: string): string {
    const lines = this.querySelectorAll(`[data-file="${name}"] .ec-line .code`);
    return [...lines].map((line) => line.textContent.replace(/\n$/, "")).join("\n");
  }

  #part(name: string): HTMLElement {
    return this.#find(`[data-part="${name}"]`);
  }

  #button(action: string): HTMLButtonElement {
    return this.#find<HTMLButtonElement>(`button[data-action="${action}"]`);
  }

  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) {
      throw new Error(
        `The pane ${this.dataset.example} has no ${selector}. See src/components/example.astro.`,
      );
    }
    return found;
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

customElements.define("live-pane", LivePane);
