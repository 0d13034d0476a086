import { retryable } from "../loading/retryable.ts";
import type { RunState } from "../sandbox/protocol.ts";
import { firstUserFrame, type StackFrame } from "../trace/stack-frame.ts";
import type { PaneEditor } from "./editor/pane-editor.tsx";
import type { EventLoopView } from "./event-loop-view/event-loop-view.ts";
import { type Labels, labelsFor } from "./labels.ts";
import { loadListing } from "./load-listing.ts";
import { renderPaneControls } from "./pane-controls.ts";
import type { SandboxRunner } from "./run/sandbox-runner.ts";
import { offerTypes } from "./static-types/offer-types.ts";

/** Where an example that opens with the event-loop view does so. The style sheet says the same. */
const wideScreen = "(min-width: 50.0625rem)";

/** How long the reader has to pause before an edit runs by itself, in milliseconds. */
const debounce = 300;

/**
 * A pane, as the page holds it before and after its editor opens: `<live-pane data-example="..." data-state="idle">`.
 * This element owns the buttons, the choice of version and the state. What runs programs (the runner) and the editor
 * (the pane's editor) are loaded at the reader's first wish to run or to edit, each by itself, and not before.
 */
class LivePane extends HTMLElement {
  #labels: Labels = labelsFor(this.lang);
  readonly #runner = retryable(() => this.#openRunner());
  /** The run that waits for what it needs to be loaded: Stop takes it back, and a newer one replaces it. */
  #pendingRun: symbol | undefined;
  readonly #editorLoading = retryable(() => this.#loadEditor());
  /** The editor once it is open: from then on the code is what it says. */
  #editor: PaneEditor | undefined;
  /** Where the last run failed. */
  #failure: StackFrame | undefined;
  #liveRun: ReturnType<typeof setTimeout> | undefined;
  #view: EventLoopView | undefined;
  /** Shows the recorded run, in a pane that has one and can run nothing. */
  readonly #recording = retryable(() => this.#replay());

  connectedCallback(): void {
    this.#labels = labelsFor(this.closest<HTMLElement>("[lang]")?.lang);
    renderPaneControls(this, this.#labels);
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("change", () => void this.#showVersion());
    this.#menu.addEventListener("toggle", () => this.#watchOutside());
    // Captured on its way down, before the editor makes a line break of it.
    this.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    onIntent(this.#button("edit"), () => void import("./editor/pane-editor.tsx").catch(() => {}));
    onIntent(this.#button("run"), () => this.#warmUp());
    for (const event of ["pointerenter", "focusin"]) {
      this.#find(".pane-versions").addEventListener(event, () => void this.#loadFiles().catch(() => {}), {
        once: true,
      });
    }
    offerTypes(this, this.#labels.typesByKeyboard);
    this.#button("loop").ariaPressed = String(this.#isViewOpen);
    if (this.#holds(this.#version)) {
      // A browser may keep the chosen version over a reload; the code must agree with it.
      void this.#showVersion();
    } else {
      this.#enableButtons();
      this.#whenNear(() => this.#showVersion());
    }
    if (this.#lacksPicture) {
      this.#whenNear(() => this.#fetchPicture());
    }
    if (this.#isRecording) {
      for (const event of ["pointerenter", "focusin"]) {
        this.#part("loop").addEventListener(event, () => void this.#openView());
      }
    }
    if (new URLSearchParams(location.hash.slice(1)).get("pane") === this.dataset.example) {
      void this.#openShared();
    }
  }

  get #version(): string {
    return this.querySelector<HTMLInputElement>("input[type=radio]:checked")?.value ?? "main.ts";
  }

  get #runnable(): boolean {
    return this.dataset.runtime === "browser" && this.#version.endsWith(".ts");
  }

  /** Whether its view shows a run that was recorded elsewhere, and nothing else. */
  get #isRecording(): boolean {
    return this.dataset.runtime === "node" && this.#part("loop").childElementCount > 0;
  }

  /** What each button does; a button names its action in `data-action`. */
  readonly #actions: Readonly<Record<string, (button: HTMLButtonElement) => unknown>> = {
    run: () => this.#run(),
    stop: () => this.#stop(),
    edit: async () => (await this.#openEditor())?.focus(),
    reset: () => this.#reset(),
    copy: async () => {
      // So that a second copy is said again.
      this.#say("");
      await this.#copyText(withLineEnd(await this.#currentCode(this.#version)), this.#labels.copied);
    },
    types: (button) => this.#toggleTypes(button),
    loop: (button) => this.#toggleView(button),
    live: async (button) => toggle(button) && this.#openEditor(),
    share: () => this.#share(),
    download: () => this.#download(),
    library: (button) => this.#toggleLibrary(button),
    times: (button) => this.toggleAttribute("data-times", toggle(button)),
    "copy-output": () => this.#copyText(this.#part("log").textContent, this.#labels.copied),
    "clear-output": async () => (await this.#runner.begun)?.clearOutput(),
  };

  #click(event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-action]");
    if (button !== null) {
      this.#menu.open = false;
      void this.#act(button);
    }
    const control = (event.target as Element).closest<HTMLButtonElement>("button[data-loop]");
    if (control !== null) {
      void this.#openView().then((view) => view?.act(control.dataset.loop ?? ""));
    }
  }

  /** What an action loads may fail to load: the reader hears of it, whatever the action is. */
  async #act(button: HTMLButtonElement): Promise<void> {
    try {
      await this.#actions[button.dataset.action ?? ""]?.(button);
    } catch (error) {
      this.#say(this.#labels.loadFailed);
      console.error(error);
    }
  }

  get #menu(): HTMLDetailsElement {
    return this.#find<HTMLDetailsElement>("details.pane-more");
  }

  /** An open menu closes when the reader turns to something else. */
  #watchOutside(): void {
    const close = ({ target }: Event) => {
      if (!this.#menu.contains(target as Node)) {
        this.#menu.open = false;
      }
    };
    if (this.#menu.open) {
      document.addEventListener("pointerdown", close);
      this.#menu.addEventListener("toggle", () => document.removeEventListener("pointerdown", close), {
        once: true,
      });
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape" && (event.target as Element).closest("details.pane-more[open]")) {
      this.#menu.open = false;
      this.#find(".pane-more summary").focus();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.#runnable) {
      event.preventDefault();
      event.stopPropagation();
      void this.#run();
    }
  }

  async #run(paused = false): Promise<void> {
    // Said at once: the reader pressed a button, and the first time it takes a moment to load what runs programs.
    this.#setState("running", 0);
    const run = Symbol("run");
    this.#pendingRun = run;
    try {
      const [runner, files, view] = await Promise.all([
        this.#runner.load(),
        this.#filesToRun(),
        this.#isViewOpen ? this.#openView() : undefined,
      ]);
      if (this.#pendingRun === run) {
        this.#pendingRun = undefined;
        view?.begin();
        runner.run(files, this.#version, { trace: view !== undefined, paused });
      }
    } catch (error) {
      console.error(error);
      if (this.#pendingRun === run) {
        this.#pendingRun = undefined;
        this.#setState("failed", 0);
        this.#say(this.#labels.loadFailed);
      }
    }
  }

  async #stop(): Promise<void> {
    if (this.#pendingRun !== undefined) {
      this.#pendingRun = undefined;
      this.#setState("stopped", 0);
    }
    (await this.#runner.begun?.catch(() => undefined))?.stop();
  }

  get #isViewOpen(): boolean {
    const { loop } = this.dataset;
    return loop === "open" || (loop === "wide" && matchMedia(wideScreen).matches);
  }

  async #toggleView(button: HTMLButtonElement): Promise<void> {
    const hasView = toggle(button) && (await this.#openView()) !== undefined;
    // It may have been closed again while it was loaded.
    const isOpened = hasView && button.ariaPressed === "true";
    button.ariaPressed = String(isOpened);
    if (isOpened) {
      this.dataset.loop = "open";
      if (this.#lacksPicture) {
        await this.#fetchPicture();
      }
    } else {
      delete this.dataset.loop;
    }
  }

  async #openView(): Promise<EventLoopView | undefined> {
    try {
      const { EventLoopView } = await import("./event-loop-view/event-loop-view.ts");
      this.#view ??= new EventLoopView(
        this.#part("loop"),
        {
          run: (paused) => void this.#run(paused),
          drive: (command) => void this.#runner.begun?.then((runner) => runner.drive(command)),
          code: () => this.#editor?.view() ?? this.#find(`[data-file="${this.#version}"]`),
          version: () => this.#version,
        },
        this.closest<HTMLElement>("[lang]")?.lang,
      );
      if (this.#isRecording) {
        await this.#recording.load();
      }
      return this.#view;
    } catch (error) {
      this.#say(this.#labels.viewFailed);
      console.error(error);
      return undefined;
    }
  }

  async #replay(): Promise<void> {
    const { fetchTrace } = await import("./event-loop-view/fetch-trace.ts");
    const events = await fetchTrace(this.#address(`code/${this.dataset.example}/trace.json`));
    this.#view?.replay(events);
  }

  /** Makes ready to run. If that fails, the reader's wish to run tries again and says so. */
  #warmUp(): void {
    this.#runner.load().then(
      (runner) => runner.warmUp(),
      () => {},
    );
  }

  async #openRunner(): Promise<SandboxRunner> {
    const { openRunner, markStaticCode } = await import("./run/open-runner.ts");
    return openRunner({
      labels: this.#labels,
      container: this,
      log: this.#part("log"),
      sandboxAddress: this.#address("sandbox/"),
      onState: (state, elapsed) => this.#setState(state, elapsed),
      onError: (error) => {
        this.#failure = error && firstUserFrame(error.frames);
        this.#editor?.markError(this.#failure);
        markStaticCode(this, this.#editor === undefined ? this.#failure : undefined);
      },
      onTrace: (events, dropped) => this.#view?.add(events, dropped),
      onPaused: (paused) => this.#view?.setPaused(paused),
    });
  }

  async #reset(): Promise<void> {
    if (this.#editor !== undefined && confirm(this.#labels.confirmReset)) {
      if (this.#running) {
        await this.#stop();
      }
      this.#editor.reset();
    }
  }

  async #copyText(text: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(said);
    } catch {
      this.#say(this.#labels.copyFailed);
    }
  }

  async #share(): Promise<void> {
    const [{ addressOf }] = await Promise.all([import("./share.ts"), this.#loadFiles()]);
    const edited: Record<string, string> = {};
    for (const name of this.#editable) {
      const code = await this.#currentCode(name);
      if (code !== this.#readCode(name) || name === this.#version) {
        edited[name] = code;
      }
    }
    const shared = { example: this.dataset.example ?? "", version: this.#version, files: edited };
    const address = addressOf(shared, location.href);
    if (address === undefined) {
      this.#say(this.#labels.shareTooLong);
      return;
    }
    history.replaceState(null, "", address);
    await this.#copyText(address, this.#labels.shared);
  }

  /** Code that came in the address is put into the editor and is not run. */
  async #openShared(): Promise<void> {
    try {
      const { readShared } = await import("./share.ts");
      const { version, files } = readShared(location.hash, this.#editable);
      const editor = await this.#openEditor();
      this.#find<HTMLInputElement>(`input[value="${version}"]`).checked = true;
      await this.#showVersion();
      editor?.replace(files);
      this.#say(this.#labels.fromLink);
    } catch (error) {
      const { ownMessage } = await import("./own-message.ts");
      this.#say(this.#labels.badLink(ownMessage((error as Error).message, this.#labels.language)));
    }
    this.scrollIntoView({ block: "start" });
  }

  async #download(): Promise<void> {
    try {
      const { packProject, save } = await import("./download.ts");
      const files: Record<string, string> = {};
      for (const name of this.#editable) {
        files[name] = withLineEnd(await this.#currentCode(name));
      }
      const example = this.dataset.example ?? "";
      const main = this.#version.endsWith(".ts") ? this.#version : "main.ts";
      const project = await packProject({ example, main, files, library: this.#address("asyncio-ts.tgz") });
      save(project, `${example.replaceAll("/", "-")}.zip`);
    } catch (error) {
      this.#say(this.#labels.downloadFailed);
      console.error(error);
    }
  }

  async #toggleLibrary(button: HTMLButtonElement): Promise<void> {
    const place = this.#part("library");
    if (!toggle(button)) {
      place.replaceChildren();
      return;
    }
    try {
      const { openLibrary } = await import("./library-viewer.ts");
      await openLibrary(place, this.#address("asyncio-ts-sources.json"), this.#labels.library);
      if (button.ariaPressed !== "true") {
        // Closed again while it was loaded.
        place.replaceChildren();
      }
    } catch (error) {
      toggle(button);
      this.#say(this.#labels.libraryFailed);
      console.error(error);
    }
  }

  /** The names of the files that can be edited and run. */
  get #editable(): string[] {
    return [...this.querySelectorAll<HTMLElement>("[data-file$='.ts']")].map(
      (file) => file.dataset.file ?? "",
    );
  }

  async #currentCode(name: string): Promise<string> {
    const edited = (await this.#editorLoading.begun)?.code(name);
    if (edited === undefined && !this.#holds(name)) {
      await this.#loadFiles();
    }
    return edited ?? this.#readCode(name);
  }

  /** All that the program needs. A file that imports none of the others runs without waiting for them. */
  async #filesToRun(): Promise<Record<string, string>> {
    const editor = this.#editor;
    if (
      editor === undefined &&
      (!this.#holds(this.#version) || this.#readCode(this.#version).includes("./"))
    ) {
      await this.#loadFiles();
    }
    const names = this.#editable.filter((name) => editor !== undefined || this.#holds(name));
    return Object.fromEntries(names.map((name) => [name, editor?.code(name) ?? this.#readCode(name)]));
  }

  #holds(name: string): boolean {
    return this.querySelector(`[data-file="${name}"] > pre`) !== null;
  }

  get #lacksPicture(): boolean {
    return this.#isViewOpen && this.querySelector(".loop-sheet > a") !== null;
  }

  /** Where it cannot be fetched the link to it stays. */
  async #fetchPicture(): Promise<void> {
    await this.#loadFiles().catch(console.error);
  }

  readonly #listing = retryable(() => loadListing(this, this.#link?.href ?? ""));

  /** Leads to the listing, while something of it is not in the page. */
  get #link(): HTMLAnchorElement | null {
    return this.querySelector(".pane-file > a, .loop-sheet > a");
  }

  /** Replaces the links to the listing by what they lead to. */
  async #loadFiles(): Promise<void> {
    if (this.#link !== null) {
      await this.#listing.load();
    }
  }

  #address(file: string): string {
    return new URL((this.dataset.base ?? "/") + file, location.href).href;
  }

  async #toggleTypes(button: HTMLButtonElement): Promise<void> {
    const on = toggle(button);
    delete button.dataset.errors;
    const editor = await this.#openEditor();
    if (!on || editor === undefined) {
      button.ariaPressed = "false";
      editor?.stopCheckingTypes();
      return;
    }
    this.#say(this.#labels.loadingTypes);
    try {
      await editor.checkTypes((errors) => {
        button.dataset.errors = errors === 0 ? "" : String(errors);
      });
      this.#say(this.#labels.typesReady);
    } catch (error) {
      button.ariaPressed = "false";
      this.#say(this.#labels.typesFailed);
      console.error(error);
    }
  }

  /** What the page does not hold is fetched before the reader gets there. */
  #whenNear(call: () => Promise<void>): void {
    const near = new IntersectionObserver(
      ([pane]) => {
        if (pane?.isIntersecting) {
          near.disconnect();
          void call();
        }
      },
      { rootMargin: "800px" },
    );
    near.observe(this);
  }

  async #showVersion(): Promise<void> {
    const version = this.#version;
    this.dataset.version = version;
    this.#enableButtons();
    if (!this.#holds(version)) {
      try {
        await this.#loadFiles();
      } catch (error) {
        this.#say(this.#labels.filesFailed);
        console.error(error);
      }
    }
    (await this.#editorLoading.begun)?.show(version);
  }

  #enableButtons(): void {
    for (const action of ["run", "edit", "types", "loop", "live", "share"]) {
      this.#button(action).disabled = !this.#runnable;
    }
    if (this.#isRecording) {
      this.#button("loop").disabled = false;
    }
  }

  /** Opens the editor, once. The reader is told of a failure. */
  async #openEditor(): Promise<PaneEditor | undefined> {
    try {
      return await this.#editorLoading.load();
    } catch (error) {
      this.dataset.state = "failed";
      this.#say(this.#labels.loadFailed);
      console.error(error);
      return undefined;
    }
  }

  async #loadEditor(): Promise<PaneEditor> {
    const said = this.#part("status").textContent;
    this.#say(this.#labels.loading);
    const [{ openPaneEditor }] = await Promise.all([import("./editor/pane-editor.tsx"), this.#loadFiles()]);
    this.#editor = await openPaneEditor({
      labels: this.#labels,
      example: this.dataset.example ?? "",
      editor: this.#part("editor"),
      files: Object.fromEntries(this.#editable.map((name) => [name, this.#readCode(name)])),
      active: this.#version,
      onReady: () => {
        this.dataset.editor = "";
        if (this.#part("status").textContent === this.#labels.loading) {
          this.#say(said);
        }
      },
      onEdited: (edited) => {
        this.#button("reset").disabled = !edited;
        if (this.#button("live").ariaPressed === "true") {
          clearTimeout(this.#liveRun);
          this.#liveRun = setTimeout(() => this.#run(), debounce);
        }
      },
    });
    // An error of a run before now is marked in the static code, which is out of sight from here on.
    this.#editor.markError(this.#failure);
    return this.#editor;
  }

  #setState(state: RunState, elapsed: number): void {
    this.#keepHeight();
    this.dataset.state = state;
    delete this.dataset.verdict;
    const running = this.#running;
    this.#button("stop").disabled = !running;
    if (!running) {
      this.#view?.end();
    }
    if (state === "done" && this.dataset.kind === "exercise") {
      this.#judge();
    } else {
      this.#say(running ? this.#labels.states[state] : `${this.#labels.states[state]} · ${seconds(elapsed)}`);
    }
  }

  get #running(): boolean {
    return this.dataset.state === "running" || this.dataset.state === "blocked";
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

  /** The code as the page shows it. */
  #readCode(name: string): string {
    return this.#find(`[data-file="${name}"] code`).textContent;
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

/** How long a pointer or the focus rests on a button before it counts as a wish, in milliseconds. */
const rest = 80;

/** Calls when the reader is about to press the button: a moment that is worth having. */
function onIntent(button: HTMLButtonElement, call: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const intend = ({ type }: Event) => {
    clearTimeout(timer);
    if (!button.disabled) {
      timer = setTimeout(call, type === "pointerdown" ? 0 : rest);
    }
  };
  for (const type of ["pointerenter", "focus", "pointerdown"]) {
    button.addEventListener(type, intend);
  }
  for (const type of ["pointerleave", "blur"]) {
    button.addEventListener(type, () => clearTimeout(timer));
  }
}

/** Switches a button on or off, and says which it is now. */
function toggle(button: HTMLButtonElement): boolean {
  const on = button.ariaPressed !== "true";
  button.ariaPressed = String(on);
  return on;
}

function withLineEnd(code: string): string {
  return code.endsWith("\n") ? code : `${code}\n`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

customElements.define("live-pane", LivePane);
