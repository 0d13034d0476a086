import { metrics } from "./drawing.ts";
import { Pointers } from "./pointers.ts";

/** What a reader can do with the picture, by whatever device. */
export interface PictureCommands {
  /** Whether there is a run to look at. */
  readonly hasRun: () => boolean;
  /** Whether a part of the run is out of sight. */
  readonly isZoomed: () => boolean;
  /** Moves the cursor by so many steps of tasks, back if negative. */
  readonly moveBy: (steps: number) => void;
  readonly moveToStart: () => void;
  readonly moveToEnd: () => void;
  /** Makes what is in sight so many times as long, around an x of the window or else the cursor. */
  readonly zoom: (factor: number, clientX?: number) => void;
  readonly showAll: () => void;
  /** Moves what is in sight by so many pixels. */
  readonly pan: (pixels: number) => void;
  /** Looks at what is at a place of the window. */
  readonly point: (clientX: number, clientY: number) => void;
  /** Puts the cursor there, and leaves it. */
  readonly place: (clientX: number, clientY: number) => void;
  /** Whether the cursor is so near to an x of the window that a hand may take it. */
  readonly isCursorNear: (clientX: number) => boolean;
  readonly leave: () => void;
  /** Asks for a trace file and shows it. */
  readonly openTrace: () => void;
}

/** The only one that needs no run. */
const openTrace = ({ openTrace: open }: PictureCommands) => open();

const keys: Readonly<Record<string, (commands: PictureCommands, picture: HTMLElement) => void>> = {
  ArrowRight: ({ moveBy }) => moveBy(1),
  ArrowLeft: ({ moveBy }) => moveBy(-1),
  PageDown: ({ moveBy }) => moveBy(10),
  PageUp: ({ moveBy }) => moveBy(-10),
  Home: ({ moveToStart }) => moveToStart(),
  End: ({ moveToEnd }) => moveToEnd(),
  ArrowUp: (_, picture) => picture.scrollBy({ top: -metrics.lane }),
  ArrowDown: (_, picture) => picture.scrollBy({ top: metrics.lane }),
  "+": ({ zoom }) => zoom(0.5),
  "=": ({ zoom }) => zoom(0.5),
  "-": ({ zoom }) => zoom(2),
  "0": ({ showAll }) => showAll(),
  o: openTrace,
};

/** Turns keys, the wheel and pointers on a picture into commands. */
export function listenTo(picture: HTMLElement, commands: PictureCommands): void {
  picture.addEventListener("keydown", (event) => {
    const action = keys[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    if (commands.hasRun() || action === openTrace) {
      action(commands, picture);
    }
  });
  picture.addEventListener("wheel", (event) => turnWheel(event, commands), { passive: false });
  /** Whether the pointer that is down has the cursor in its hand; else it moves the picture. */
  let holdsCursor = false;
  new Pointers(picture, {
    onMove: ({ clientX, clientY }) => commands.point(clientX, clientY),
    onPress: ({ clientX }) => {
      holdsCursor = !commands.isZoomed() || commands.isCursorNear(clientX);
    },
    onDrag: ({ clientX, clientY }, pixels) =>
      holdsCursor ? commands.place(clientX, clientY) : commands.pan(-pixels),
    onClick: ({ clientX, clientY }) => commands.place(clientX, clientY),
    onPinch: (factor, x) => commands.zoom(factor, x),
    onLeave: () => commands.leave(),
  });
}

/** The wheel alone scrolls the page, as everywhere. */
function turnWheel(event: WheelEvent, commands: PictureCommands): void {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    commands.zoom(Math.exp(event.deltaY * 0.004), event.clientX);
  } else if (commands.isZoomed() && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault();
    commands.pan(event.deltaX);
  }
}
