import { hasProgress } from "../progress/has-progress.ts";
import type { PaneEditor } from "./editor/pane-editor.tsx";
import { confirmReset, takeBackReset } from "./pane/confirm-reset.ts";
import { editByClick, type Place } from "./pane/edit-by-click.ts";
import { foldCode } from "./pane/fold-code.ts";
import { onIntent } from "./pane/on-intent.ts";
import { copyText } from "./pane/pane-clipboard.ts";
import { renderPaneControls } from "./pane/pane-controls.ts";
import { PaneEditing } from "./pane/pane-editing.ts";
import { PaneFiles } from "./pane/pane-files.ts";
import { toggleLibrary } from "./pane/pane-library.ts";
import { PaneMemory } from "./pane/pane-memory.ts";
import { PaneMenu } from "./pane/pane-menu.ts";
import { PaneParts, toggle } from "./pane/pane-parts.ts";
import { PanePython } from "./pane/pane-python.ts";
import { PaneRun } from "./pane/pane-run.ts";
import { PaneSharing } from "./pane/pane-sharing.ts";
import { PaneView } from "./pane/pane-view.ts";
import { swapButtons } from "./pane/swap-buttons.ts";
import { whenNear } from "./pane/when-near.ts";
import { offerTypes } from "./static-types/offer-types.ts";

/** How long the reader has to pause before an edit runs by itself, in milliseconds. */
const debounce = 300;

/**
 * A pane, as the page holds it before and after its editor opens: `<live-pane data-example="..." data-state="idle">`.
 * This element owns the buttons; its parts have the files, the editor, the view, the run and what takes the code elsewhere.
 */
class LivePane extends HTMLElement {
  readonly #pane = new PaneParts(this);
  readonly #files = new PaneFiles(this.#pane);
  readonly #editing = new PaneEditing(this.#pane, this.#files, (edited) => this.#whenEdited(edited));
  readonly #view = new PaneView(this.#pane, this.#files, {
    run: (paused) => void this.#start(paused),
    drive: (command) => this.#run.drive(command),
    code: () => this.#editing.editor?.view() ?? this.#pane.find(`[data-file="${this.#pane.version}"]`),
    version: () => this.#pane.version,
    sources: (version, isOwn) =>
      isOwn ? (this.#pane.records.of(version).files ?? {}) : this.#files.originals,
    isEdited: (file) => this.#editing.isEdited(file),
    edited: (file) => this.#editing.editor?.code(file),
  });
  readonly #run = new PaneRun(this.#pane, this.#files, this.#editing, this.#view);
  readonly #python = new PanePython(this.#pane, this.#files);
  /** None where the code comes with a link, which stands for itself and leaves what is kept alone. */
  #memory: PaneMemory | undefined;
  #recalling: Promise<void> | undefined;
  readonly #sharing = new PaneSharing(this.#pane, this.#files, this.#editing, this.#view);
  #menu: PaneMenu | undefined;
  /** The action of the button that was pressed last. */
  #pressed: string | undefined;
  #liveRun: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { labels, version } = this.#pane;
    renderPaneControls(this.#pane);
    this.#menu = new PaneMenu(this.#pane);
    foldCode(this.#pane);
    this.#listen();
    offerTypes(this, labels.typesByKeyboard);
    this.#view.followWidth(this.#pane.button("loop"));
    if (hasProgress() && (this.dataset.kind === "exercise" || this.querySelector("order-puzzle") !== null)) {
      void import("./pane/mark-solved.ts").then(({ markSolved }) => markSolved(this.#pane), console.error);
    }
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
      void this.#sharing.openShared(() => this.#showVersion());
    } else {
      const { lost } = this.#pane;
      if (lost !== undefined) {
        void this.#sharing.refuseLink(`expected a pane of this page, found ${lost}`);
      }
      this.#remember(new PaneMemory(this.#pane, this.#files, this.#editing));
    }
  }

  #remember(memory: PaneMemory): void {
    this.#memory = memory;
    if (memory.isKept) {
      whenNear(this, () => this.#recall());
    }
  }

  /** Once: when the pane comes near, or when the reader wants to do something with the code before that. */
  async #recall(): Promise<void> {
    if (this.#memory?.isKept) {
      this.#recalling ??= this.#memory.recall(() => this.#showVersion()).catch(console.error);
      await this.#recalling;
      if (this.#memory.isWaiting) {
        // What could not be loaded is asked for again by the next press.
        this.#recalling = undefined;
      }
    }
  }

  #listen(): void {
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("change", () => {
      this.#memory?.keepVersion();
      void this.#showVersion();
    });
    // Captured on its way down, before the editor makes a line break of it.
    this.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    editByClick(this.#pane.find(".pane-code"), (place) => {
      if (!this.#pane.button("edit").disabled) {
        void this.#focusEditor(place);
      }
    });
    this.#view.acceptFiles();
    onIntent(this.#pane.button("edit"), () => this.#editing.warmUp());
    onIntent(this.#pane.button("run"), () => this.#run.warmUp());
    this.addEventListener("pointerover", (event) => this.#noteInterest(event));
    this.addEventListener("focusin", (event) => this.#noteInterest(event));
  }

  /** Loads what the reader turns to, and again when the reader comes back, if it could not be had. */
  #noteInterest({ target, relatedTarget }: PointerEvent | FocusEvent): void {
    const part = (target as Element).closest(".pane-loop, .pane-versions");
    if (part === null || part.contains(relatedTarget as Node | null)) {
      return;
    }
    if (part.matches(".pane-loop")) {
      void this.#view.explore();
    } else {
      this.#files.load().catch(() => {});
    }
  }

  /** What each button does; a button names its action in `data-action`. */
  readonly #actions: Readonly<Record<string, (button: HTMLButtonElement) => unknown>> = {
    run: () => this.#start(),
    stop: () => this.#run.stop(),
    edit: () => this.#focusEditor(),
    reset: () => this.#reset(),
    copy: () => this.#sharing.copy(),
    types: async (button) => {
      const { version } = this.#pane;
      this.#memory?.keepVersion();
      await this.#recall();
      await this.#editing.toggleTypes(button, version);
    },
    loop: (button) => this.#view.toggle(button),
    live: (button) => toggle(button) && this.#edit(),
    share: () => this.#sharing.share(),
    download: () => this.#sharing.download(),
    embed: () => this.#sharing.embed(),
    present: async () => {
      const { togglePresentation } = await import("./pane/present-pane.ts");
      await togglePresentation(this.#pane, this.#view);
    },
    library: (button) => toggleLibrary(this.#pane, button),
    times: (button) => this.toggleAttribute("data-times", toggle(button)),
    "copy-output": () => copyText(this.#pane, this.#pane.part("log").textContent, this.#pane.labels.copied),
    "clear-output": () => this.#run.clearOutput(),
  };

  #click(event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>(
      'button[data-action]:not([aria-disabled="true"])',
    );
    if (button !== null && this.#isMeant(button, event as MouseEvent)) {
      this.#menu?.close();
      void this.#act(button);
    }
    const target = event.target as Element;
    if (this.#view.isGlimpse && target.closest(".pane-loop") !== null && target.closest("a") === null) {
      void this.#act(this.#pane.button("loop"));
    }
    const control = target.closest<HTMLButtonElement>("button[data-loop]");
    if (control !== null) {
      void this.#control(control.dataset.loop ?? "");
    }
  }

  /** Who clicks twice on Run does not mean the Stop that has come in its place, nor has said twice that all is to go. */
  #isMeant(button: HTMLButtonElement, { detail }: MouseEvent): boolean {
    const before = this.#pressed;
    this.#pressed = button.dataset.action;
    return detail !== 2 || (before === this.#pressed && before !== "reset");
  }

  /** Nothing, where the reader has turned to another version before the view was there. */
  async #control(action: string): Promise<void> {
    const view = await this.#view.open();
    if (view === this.#view.shown) {
      view?.act(action);
    }
  }

  /** What an action loads may fail to load: the reader hears of it, whatever the action is. */
  async #act(button: HTMLButtonElement): Promise<void> {
    try {
      await this.#actions[button.dataset.action ?? ""]?.(button);
    } catch (error) {
      this.#pane.complain(this.#pane.labels.loadFailed);
      console.error(error);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.repeat && (event.target as Element).closest(".pane-either") !== null) {
      // Nor does who holds a key down.
      event.preventDefault();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.#runnable) {
      event.preventDefault();
      event.stopPropagation();
      void this.#start();
    }
  }

  /** What runs is what the pane will show, and not what was there before the reader's edits came back. */
  async #start(paused = false): Promise<void> {
    this.#memory?.keepVersion();
    await this.#run.start(paused, this.#recall());
  }

  /** @param place Where in the code of the page, which is not that of edits that come back. */
  async #focusEditor(place?: () => Place | undefined): Promise<void> {
    const isOther = this.#memory?.isWaiting === true;
    const editor = await this.#edit();
    editor?.focus(isOther ? undefined : place?.());
  }

  /** Else the edits of today would meet those of before. */
  async #edit(): Promise<PaneEditor | undefined> {
    this.#memory?.keepVersion();
    await this.#recall();
    return this.#editing.open();
  }

  async #reset(): Promise<void> {
    const { editor } = this.#editing;
    const hadFocus = document.activeElement === this.#pane.button("reset");
    if (editor !== undefined && confirmReset(this.#pane)) {
      clearTimeout(this.#liveRun);
      await this.#run.reset();
      editor.reset();
      // Which says what there is to say of it again, and whether it can be edited.
      await this.#showVersion();
      if (hadFocus) {
        this.#pane.button("edit").focus({ preventScroll: true });
      }
    }
  }

  #whenEdited(edited: boolean): void {
    takeBackReset(this.#pane);
    this.#run.noteEdit();
    void this.#view.noteEdit();
    void this.#memory?.note(edited);
    swapButtons(this.#pane.button("edit"), this.#pane.button("reset"), edited);
    // A reset is no edit: after it there is no run that would have to be made anew.
    const isReset = !edited && this.dataset.state === "idle";
    if (this.#pane.button("live").ariaPressed === "true" && !isReset) {
      clearTimeout(this.#liveRun);
      this.#liveRun = setTimeout(() => this.#run.start(), debounce);
    }
  }

  // What is shown.

  async #showVersion(): Promise<void> {
    const { version, labels } = this.#pane;
    if (version !== this.dataset.version) {
      // A version that the reader has left does not run by itself.
      clearTimeout(this.#liveRun);
    }
    this.dataset.version = version;
    this.#run.showVersion();
    void this.#view.showVersion();
    this.#python.forget();
    this.#enableButtons();
    if (!this.#files.holds(version)) {
      try {
        await this.#files.load();
      } catch (error) {
        this.#pane.complain(labels.filesFailed, version);
        console.error(error);
      }
    }
    if (this.#pane.isPython && (await this.#python.look())) {
      this.#enableButtons();
    }
    const editor = await this.#editing.begun;
    // What was loaded meanwhile may have come in another order.
    if (version === this.#pane.version) {
      await editor?.show(version);
    }
  }

  get #runnable(): boolean {
    return this.#pane.isPython ? this.#python.isRunnable : !this.#pane.needsNode;
  }

  #enableButtons(): void {
    for (const action of ["run", "edit", "types", "loop", "live", "share"]) {
      const isForTypeScript = action === "types";
      this.#pane.button(action).disabled = !this.#runnable || (isForTypeScript && this.#pane.isPython);
    }
    this.#python.nameRunButton();
    // A view with nothing to run can be closed all the same.
    if (this.#view.isRecording || this.#view.isOpen) {
      this.#pane.button("loop").disabled = false;
    }
  }
}

customElements.define("live-pane", LivePane);
