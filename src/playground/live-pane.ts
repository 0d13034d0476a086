import { retryable } from "../loading/retryable.ts";
import type { RunState } from "../sandbox/protocol.ts";
import { firstUserFrame } from "../trace/stack-frame.ts";
import { judge } from "./pane/judge.ts";
import { onIntent } from "./pane/on-intent.ts";
import { copyText } from "./pane/pane-clipboard.ts";
import { renderPaneControls } from "./pane/pane-controls.ts";
import { PaneEditing } from "./pane/pane-editing.ts";
import { PaneFiles } from "./pane/pane-files.ts";
import { toggleLibrary } from "./pane/pane-library.ts";
import { PaneMenu } from "./pane/pane-menu.ts";
import { PaneParts, toggle } from "./pane/pane-parts.ts";
import { PaneView } from "./pane/pane-view.ts";
import { whenNear } from "./pane/when-near.ts";
import type { SandboxRunner } from "./run/sandbox-runner.ts";
import { offerTypes } from "./static-types/offer-types.ts";

/** How long the reader has to pause before an edit runs by itself, in milliseconds. */
const debounce = 300;

/**
 * A pane, as the page holds it before and after its editor opens: `<live-pane data-example="..." data-state="idle">`.
 * This element owns the buttons, the state and the run; its parts have the files, the editor and the view. What runs
 * programs (the runner) and the editor are loaded when the reader first wants to run or to edit, each by itself.
 */
class LivePane extends HTMLElement {
  readonly #pane = new PaneParts(this);
  readonly #files = new PaneFiles(this.#pane);
  readonly #editing = new PaneEditing(this.#pane, this.#files, (edited) => this.#whenEdited(edited));
  readonly #view = new PaneView(this.#pane, this.#files, {
    run: (paused) => void this.#run(paused),
    drive: (command) => void this.#runner.begun?.then((runner) => runner.drive(command)),
    code: () => this.#editing.editor?.view() ?? this.#pane.find(`[data-file="${this.#pane.version}"]`),
    version: () => this.#pane.version,
  });
  #menu: PaneMenu | undefined;
  readonly #runner = retryable(() => this.#openRunner());
  /** The run that waits for what it needs to be loaded: Stop takes it back, and a newer one replaces it. */
  #pendingRun: symbol | undefined;
  #liveRun: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { labels, version } = this.#pane;
    renderPaneControls(this, labels);
    this.#menu = new PaneMenu(this.#pane);
    this.#listen();
    offerTypes(this, labels.typesByKeyboard);
    this.#pane.button("loop").ariaPressed = String(this.#view.isOpen);
    if (this.#files.holds(version)) {
      // A browser may keep the chosen version over a reload; the code must agree with it.
      void this.#showVersion();
    } else {
      this.#enableButtons();
      whenNear(this, () => this.#showVersion());
    }
    if (this.#view.lacksPicture) {
      whenNear(this, () => this.#view.fetchPicture());
    }
    if (this.#pane.isAddressed) {
      void this.#openShared();
    }
  }

  #listen(): void {
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("change", () => void this.#showVersion());
    // Captured on its way down, before the editor makes a line break of it.
    this.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    this.#view.acceptFiles();
    onIntent(this.#pane.button("edit"), () => this.#editing.warmUp());
    onIntent(this.#pane.button("run"), () => this.#warmUp());
    for (const event of ["pointerenter", "focusin"]) {
      this.#pane
        .find(".pane-versions")
        .addEventListener(event, () => void this.#files.load().catch(() => {}), { once: true });
      if (this.#view.isRecording) {
        this.#pane.part("loop").addEventListener(event, () => void this.#view.open());
      }
    }
  }

  /** What each button does; a button names its action in `data-action`. */
  readonly #actions: Readonly<Record<string, (button: HTMLButtonElement) => unknown>> = {
    run: () => this.#run(),
    stop: () => this.#stop(),
    edit: async () => (await this.#editing.open())?.focus(),
    reset: () => this.#reset(),
    copy: () => this.#copyCode(),
    types: (button) => this.#editing.toggleTypes(button),
    loop: (button) => this.#view.toggle(button),
    live: async (button) => toggle(button) && this.#editing.open(),
    share: () => this.#share(),
    download: () => this.#download(),
    library: (button) => toggleLibrary(this.#pane, button),
    times: (button) => this.toggleAttribute("data-times", toggle(button)),
    "copy-output": () => copyText(this.#pane, this.#pane.part("log").textContent, this.#pane.labels.copied),
    "clear-output": async () => (await this.#runner.begun)?.clearOutput(),
  };

  #click(event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-action]");
    if (button !== null) {
      this.#menu?.close();
      void this.#act(button);
    }
    const control = (event.target as Element).closest<HTMLButtonElement>("button[data-loop]");
    if (control !== null) {
      void this.#view.open().then((view) => view?.act(control.dataset.loop ?? ""));
    }
  }

  /** What an action loads may fail to load: the reader hears of it, whatever the action is. */
  async #act(button: HTMLButtonElement): Promise<void> {
    try {
      await this.#actions[button.dataset.action ?? ""]?.(button);
    } catch (error) {
      this.#pane.say(this.#pane.labels.loadFailed);
      console.error(error);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.#runnable) {
      event.preventDefault();
      event.stopPropagation();
      void this.#run();
    }
  }

  // Running.

  async #run(paused = false): Promise<void> {
    // Said at once: the reader pressed a button, and the first time it takes a moment to load what runs programs.
    this.#setState("running", 0);
    const run = Symbol("run");
    this.#pendingRun = run;
    try {
      const [runner, files, view] = await Promise.all([
        this.#runner.load(),
        this.#files.toRun(this.#pane.version, this.#editing.editor),
        this.#view.isOpen ? this.#view.open() : undefined,
      ]);
      if (this.#pendingRun === run) {
        this.#pendingRun = undefined;
        view?.begin();
        runner.run(files, this.#pane.version, { trace: view !== undefined, paused });
      }
    } catch (error) {
      console.error(error);
      if (this.#pendingRun === run) {
        this.#pendingRun = undefined;
        this.#setState("failed", 0);
        this.#pane.say(this.#pane.labels.loadFailed);
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

  /** Makes ready to run. If that fails, the reader's own run tries again and says so. */
  #warmUp(): void {
    this.#runner.load().then(
      (runner) => runner.warmUp(),
      () => {},
    );
  }

  async #openRunner(): Promise<SandboxRunner> {
    const { openRunner, markStaticCode } = await import("./run/open-runner.ts");
    return openRunner({
      labels: this.#pane.labels,
      container: this,
      log: this.#pane.part("log"),
      sandboxAddress: this.#pane.address("sandbox/"),
      onState: (state, elapsed) => this.#setState(state, elapsed),
      onError: (error) => {
        const failure = error && firstUserFrame(error.frames);
        this.#editing.markError(failure);
        markStaticCode(this, this.#editing.editor === undefined ? failure : undefined);
      },
      onTrace: (events, dropped) => this.#view.shown?.add(events, dropped),
      onPaused: (paused) => this.#view.shown?.setPaused(paused),
    });
  }

  async #reset(): Promise<void> {
    const { editor } = this.#editing;
    if (editor !== undefined && confirm(this.#pane.labels.confirmReset)) {
      if (this.#isRunning) {
        await this.#stop();
      }
      editor.reset();
    }
  }

  #whenEdited(edited: boolean): void {
    this.#pane.button("reset").disabled = !edited;
    if (this.#pane.button("live").ariaPressed === "true") {
      clearTimeout(this.#liveRun);
      this.#liveRun = setTimeout(() => this.#run(), debounce);
    }
  }

  // Taking the code elsewhere.

  async #copyCode(): Promise<void> {
    // So that a second copy is said again.
    this.#pane.say("");
    const code = await this.#files.currentFile(this.#pane.version, await this.#editing.begun);
    await copyText(this.#pane, code, this.#pane.labels.copied);
  }

  async #share(): Promise<void> {
    const { sharePane } = await import("./sharing/share-pane.ts");
    await sharePane(this.#pane, this.#files, this.#editing);
  }

  async #openShared(): Promise<void> {
    try {
      const { openShared } = await import("./sharing/share-pane.ts");
      await openShared(this.#pane, this.#files, this.#editing, () => this.#showVersion());
    } catch (error) {
      const { ownMessage } = await import("./own-message.ts");
      const message = ownMessage((error as Error).message, this.#pane.labels.language);
      this.#pane.say(this.#pane.labels.badLink(message));
    }
    this.scrollIntoView({ block: "start" });
  }

  async #download(): Promise<void> {
    try {
      const { downloadPane } = await import("./sharing/download-pane.ts");
      await downloadPane(this.#pane, this.#files, this.#editing);
    } catch (error) {
      this.#pane.say(this.#pane.labels.downloadFailed);
      console.error(error);
    }
  }

  // What is shown.

  async #showVersion(): Promise<void> {
    const { version, labels } = this.#pane;
    this.dataset.version = version;
    this.#enableButtons();
    if (!this.#files.holds(version)) {
      try {
        await this.#files.load();
      } catch (error) {
        this.#pane.say(labels.filesFailed);
        console.error(error);
      }
    }
    (await this.#editing.begun)?.show(version);
  }

  get #runnable(): boolean {
    return this.dataset.runtime === "browser" && this.#pane.version.endsWith(".ts");
  }

  #enableButtons(): void {
    for (const action of ["run", "edit", "types", "loop", "live", "share"]) {
      this.#pane.button(action).disabled = !this.#runnable;
    }
    if (this.#view.isRecording) {
      this.#pane.button("loop").disabled = false;
    }
  }

  get #isRunning(): boolean {
    return this.dataset.state === "running" || this.dataset.state === "blocked";
  }

  #setState(state: RunState, elapsed: number): void {
    const { labels } = this.#pane;
    this.#keepHeight();
    this.dataset.state = state;
    delete this.dataset.verdict;
    const running = this.#isRunning;
    this.#pane.button("stop").disabled = !running;
    if (!running) {
      this.#view.shown?.end();
    }
    if (state === "done" && this.dataset.kind === "exercise") {
      this.#judge();
    } else {
      this.#pane.say(running ? labels.states[state] : `${labels.states[state]} · ${seconds(elapsed)}`);
    }
  }

  /** An exercise is solved when the program has printed exactly what was asked for. */
  #judge(): void {
    const { labels } = this.#pane;
    const wrong = judge(this.#pane.part("expected").textContent, this.#pane.part("log").textContent);
    this.dataset.verdict = wrong === undefined ? "right" : "wrong";
    this.#pane.say(wrong === undefined ? labels.right : labels.wrong(wrong));
  }

  /** The output takes the place of the expected output, and nothing below it moves. */
  #keepHeight(): void {
    const output = this.#pane.part("output");
    output.style.minHeight ||= `${output.offsetHeight}px`;
    // From now on the log can hold more than fits, and must be in reach of the keyboard.
    this.#pane.part("log").tabIndex = 0;
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

customElements.define("live-pane", LivePane);
