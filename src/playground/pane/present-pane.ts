import { styleSheet } from "../../loading/style-sheet.ts";
import styles from "../../styles/pane/present.css?url";
import type { EventLoopView } from "../event-loop-view/event-loop-view.ts";
import type { PaneParts } from "./pane-parts.ts";
import type { PaneView } from "./pane-view.ts";

/** What keys do with the view: a presenter's remote control presses Page Down and Page Up. */
const keys: Readonly<Record<string, (view: EventLoopView) => void>> = {
  ArrowRight: (view) => view.advance(),
  PageDown: (view) => view.advance(),
  ArrowLeft: (view) => view.act("back"),
  PageUp: (view) => view.act("back"),
  Home: (view) => view.act("start"),
  End: (view) => view.act("end"),
};

/** What does something of its own at these keys. */
const withKeys = "input, select, textarea, [contenteditable='true'], [role='slider']";

const sheet = styleSheet(styles);

/** Has a pane fill the screen, in large type, for who shows it to others; or stand in its page again. */
export async function togglePresentation(pane: PaneParts, view: PaneView): Promise<void> {
  const { element } = pane;
  if (!element.hasAttribute("data-presenting")) {
    await present(pane, view);
  } else if (document.fullscreenElement === element) {
    await document.exitFullscreen();
  } else if (element.matches(":popover-open")) {
    element.hidePopover();
  }
}

async function present(pane: PaneParts, view: PaneView): Promise<void> {
  const { element, labels } = pane;
  const { top } = element.getBoundingClientRect();
  // From the first press on: a second one, while this is loaded, begins nothing else.
  element.dataset.presenting = "";
  try {
    await sheet.load();
    await fillScreen(element);
  } catch (error) {
    delete element.dataset.presenting;
    throw error;
  }
  const over = new AbortController();
  pane.say(labels.presentHint);
  const restore = [disableRest(element), addLeaveButton(pane), takeFocus(pane)];
  document.addEventListener("keydown", (event) => press(event, pane, view), over);
  followMarks(pane.find(".pane-code"), over.signal);
  const end = (): void => {
    over.abort();
    delete element.dataset.presenting;
    element.removeAttribute("popover");
    for (const undo of restore) {
      undo();
    }
    // The page was shorter meanwhile.
    scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
  };
  element.addEventListener("fullscreenchange", () => document.fullscreenElement === element || end(), over);
  element.addEventListener("toggle", ({ newState }) => newState === "closed" && end(), over);
  addEventListener("popstate", () => void togglePresentation(pane, view), over);
}

/** Where a page may not take the screen, the pane fills the window. */
async function fillScreen(element: HTMLElement): Promise<void> {
  try {
    await element.requestFullscreen();
  } catch {
    element.popover = "manual";
    element.showPopover();
  }
}

// Each of these answers what takes it back.

/** Nobody turns by keyboard to what is out of sight. */
function disableRest(element: Element): () => void {
  const rest = besides(element).filter(({ inert }) => !inert);
  const setInert = (isInert: boolean): void => {
    for (const other of rest) {
      other.inert = isInert;
    }
  };
  setInert(true);
  return () => setInert(false);
}

/** All that is neither in an element nor around it. */
function besides(element: Element): HTMLElement[] {
  const { parentElement } = element;
  if (parentElement === null) {
    return [];
  }
  const siblings = [...parentElement.children].filter((other) => other !== element);
  return [...siblings.filter((other) => other instanceof HTMLElement), ...besides(parentElement)];
}

function addLeaveButton(pane: PaneParts): () => void {
  const leave = document.createElement("button");
  leave.type = "button";
  leave.dataset.action = "present";
  leave.textContent = pane.labels.leavePresentation;
  pane.find(".pane-buttons").append(leave);
  return () => leave.remove();
}

/** No button shall take a key that is meant for the run. In the end the menu has the focus again, where this began. */
function takeFocus(pane: PaneParts): () => void {
  pane.element.tabIndex = -1;
  pane.element.focus({ preventScroll: true });
  return () => {
    pane.element.removeAttribute("tabindex");
    pane.find(".pane-more > summary").focus({ preventScroll: true });
  };
}

/** A puzzle that asks for the order of what is printed, which a run would tell. */
const asking = ":not([data-ran]):has(order-puzzle:is([data-asks], :has(details:not([open]))))";

/** Opens the view, where it is not open yet. Escape leaves what fills the window, as it does the whole screen. */
async function press(event: KeyboardEvent, pane: PaneParts, view: PaneView): Promise<void> {
  const isMeant = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isMeant) {
    return;
  }
  if (event.key === "Escape") {
    await togglePresentation(pane, view);
    return;
  }
  const command = keys[event.key];
  const isTaken = event.target instanceof Element && event.target.closest(withKeys) !== null;
  const canStep = !pane.button("loop").disabled && !pane.element.matches(asking);
  if (command !== undefined && !isTaken && canStep) {
    event.preventDefault();
    const shown = await view.show();
    if (shown !== undefined) {
      command(shown);
    }
  }
}

/** How much is seen around a marked line, in pixels. */
const around = 40;

/** Keeps in sight, where the code scrolls, the line that runs, or else one where a task stands. */
function followMarks(code: HTMLElement, signal: AbortSignal): void {
  const marks = new MutationObserver(() => {
    const mark = code.querySelector(".loop-running-line") ?? code.querySelector(".loop-waiting-line");
    if (mark !== null) {
      const [line, window] = [mark.getBoundingClientRect(), code.getBoundingClientRect()];
      const above = Math.max(0, window.top + around - line.top);
      const below = Math.max(0, line.bottom - window.bottom + around);
      code.scrollTop += below - above;
    }
  });
  marks.observe(code, { childList: true, subtree: true, attributeFilter: ["class"] });
  signal.addEventListener("abort", () => marks.disconnect());
}
