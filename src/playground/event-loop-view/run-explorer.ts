import type { Cursor } from "./cursor.ts";
import { intervalAt, type Lane } from "./lane.ts";
import { listenTo, type PictureCommands } from "./picture-input.ts";
import type { RunPicture } from "./run-picture.ts";
import type { ShownCode, ShownMoment } from "./shown-moment.ts";
import type { ShownRun } from "./shown-run.ts";

/** What a way through a run needs of its view. */
export interface ExplorerHost {
  readonly picture: RunPicture;
  readonly moment: ShownMoment;
  /** The run that is shown at present. */
  readonly run: () => ShownRun;
  /** Whether it stands still or is over. */
  readonly isStill: () => boolean;
  readonly code: () => ShownCode;
  /** Has the picture drawn again. */
  readonly redraw: () => void;
  /** Asks for a trace file and shows it. */
  readonly openTrace: () => void;
}

/** The reader's way through a run: moves the cursor, and what is in sight of the picture. */
export class RunExplorer {
  readonly #host: ExplorerHost;
  readonly commands: PictureCommands;

  constructor(host: ExplorerHost) {
    this.#host = host;
    const { picture, redraw } = host;
    const inPicture = (change: () => void) => {
      change();
      redraw();
    };
    this.commands = {
      hasRun: () => !this.#run.isEmpty,
      isZoomed: () => picture.isZoomed,
      moveBy: (steps) => this.#moveCursor((cursor) => cursor.moveBy(steps)),
      moveToStart: () => this.#moveCursor((cursor) => cursor.moveTo(0)),
      moveToEnd: () => this.#moveCursor((cursor) => cursor.follow()),
      zoom: (factor, x) => inPicture(() => picture.zoom(factor, x ?? this.#run.moment)),
      showAll: () => inPicture(() => picture.showAll()),
      pan: (pixels) => inPicture(() => picture.pan(pixels)),
      point: (x, y) => this.#point(x, y, (cursor, index) => cursor.pointTo(index)),
      place: (x, y) => this.#point(x, y, (cursor, index) => cursor.moveTo(index)),
      isCursorNear: (x) => picture.isCursorNear(x),
      leave: () => this.#leave(),
      openTrace: () => host.openTrace(),
    };
    listenTo(picture.element, this.commands);
    picture.element.addEventListener("scroll", redraw, { passive: true });
  }

  /** Shows where the cursor is, in the picture and around it. */
  showCursor(): void {
    const { moment: shown, picture, code, isStill } = this.#host;
    const { moment } = this.#run;
    if (moment !== undefined) {
      picture.showCursor(this.#run, moment, shown.show(this.#run, isStill(), code()));
    }
  }

  get #run(): ShownRun {
    return this.#host.run();
  }

  #moveCursor(move: (cursor: Cursor) => void): void {
    move(this.#run.cursor);
    // What is said is of the moment from now on, and not of where the pointer has been left.
    this.#light(undefined);
    const { moment } = this.#run;
    if (moment !== undefined && this.#host.picture.reveal(moment)) {
      this.#host.redraw();
    } else {
      this.showCursor();
    }
  }

  /** @param put What is done with the cursor at the event of a place. */
  #point(x: number, y: number, put: (cursor: Cursor, index: number) => void): void {
    const place = this.#run.isEmpty ? undefined : this.#host.picture.at(this.#run, x, y);
    if (place !== undefined) {
      put(this.#run.cursor, place.index);
      this.#light(place.lane);
      this.showCursor();
    }
  }

  #leave(): void {
    this.#run.cursor.leave();
    this.#light(undefined);
    this.showCursor();
  }

  /** Lights up what a lane does at the cursor. */
  #light(lane: Lane | undefined): void {
    const { cursor } = this.#run;
    if (cursor.point(lane && intervalAt(lane, cursor.index), lane)) {
      this.#host.redraw();
    }
  }
}
