import { eventsIn, type Report } from "../channel.ts";
import type { PageCommand, ProgramState } from "../page-protocol.ts";
import type { PageFeed } from "./page-feed.ts";
import { type StartedProgram, startProgram } from "./start-program.ts";

/** How long a page may be away until nobody looks, in milliseconds: one that is loaded again comes back sooner. */
const awayTime = 3_000;

/** A program with pages that look at it. While there is none, nothing is recorded, and the program runs freely. */
export class WatchedProgram {
  readonly #words: readonly string[];
  readonly #shownWords: readonly string[];
  /** Whether promises are watched: from the beginning and to the end, as a call has its lane from where it begins. */
  readonly #promises: boolean;
  readonly #pages = new Set<PageFeed>();
  /** What was told since the watch began: how it began, and the lines of the program. Each page reads it at its own pace. */
  #log: string[] = [];
  #watch = 0;
  #isWatched: boolean;
  #exitCode: number | undefined;
  #program: StartedProgram;
  #away: NodeJS.Timeout | undefined;
  #whenLeft: () => void = () => {};

  /**
   * @param words What Node is given.
   * @param shownWords What of it is the program and its words.
   */
  constructor(
    words: readonly string[],
    shownWords: readonly string[],
    {
      isWatched,
      isPaused,
      promises,
    }: { readonly isWatched: boolean; readonly isPaused: boolean; readonly promises: boolean },
  ) {
    this.#promises = promises;
    this.#words = words;
    this.#shownWords = shownWords;
    this.#isWatched = isWatched;
    this.#beginLog();
    this.#program = this.#start(isPaused);
  }

  /** The program that runs, or the last one that did. */
  get program(): StartedProgram {
    return this.#program;
  }

  get hasPages(): boolean {
    return this.#pages.size > 0;
  }

  get isRunning(): boolean {
    return this.#exitCode === undefined;
  }

  /** When the program has ended and the last page is gone. */
  whenLeft(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenLeft = resolve;
    });
  }

  /** @returns A function that takes the page away. */
  join(page: PageFeed): () => void {
    clearTimeout(this.#away);
    this.#pages.add(page);
    if (this.isRunning && !this.#isWatched) {
      this.#watchAnew();
    } else {
      page.begin(this.#log);
    }
    return () => {
      if (this.#pages.delete(page) && this.#pages.size === 0) {
        this.#away = setTimeout(() => this.#unwatch(), awayTime);
      }
    };
  }

  handleCommand(command: PageCommand): void {
    if (command.type === "run") {
      if (!this.isRunning) {
        this.#beginWatch();
        this.#program = this.#start(command.paused);
      }
    } else if (!this.isRunning || this.#promises) {
      return;
    } else if (command.type === "record anew") {
      this.#watchAnew();
    } else {
      this.#program.send(command);
    }
  }

  #start(isPaused: boolean): StartedProgram {
    this.#exitCode = undefined;
    const watch = this.#isWatched ? this.#watch : null;
    const beginning = { watch, isDriven: !this.#promises, isPaused, promises: this.#promises };
    const program = startProgram(this.#words, beginning, (line) => this.#hear(line));
    void program.ended.then((code) => {
      this.#exitCode = code;
      this.#tell(JSON.stringify({ type: "ended", exitCode: code }));
    });
    return program;
  }

  #watchAnew(): void {
    this.#beginWatch();
    this.#program.send({ type: "watch", watch: this.#watch });
  }

  #beginWatch(): void {
    this.#watch++;
    this.#isWatched = true;
    this.#beginLog();
  }

  #beginLog(): void {
    const state: ProgramState = {
      type: "program",
      words: this.#shownWords,
      watch: this.#watch,
      promises: this.#promises,
    };
    this.#log = [JSON.stringify(state)];
    for (const page of this.#pages) {
      page.begin(this.#log);
    }
  }

  #unwatch(): void {
    if (this.isRunning && this.#promises) {
      return;
    }
    if (this.isRunning) {
      this.#isWatched = false;
      this.#beginLog();
      this.#program.send({ type: "unwatch" });
    } else {
      this.#whenLeft();
    }
  }

  #hear(line: string): void {
    const found = eventsIn(line);
    if (found !== undefined) {
      if (found.watch === this.#watch && this.#isWatched) {
        this.#tell(line);
      }
      return;
    }
    const report = JSON.parse(line) as Report;
    if (report.type === "paused" || (report.type === "full" && report.watch === this.#watch)) {
      this.#tell(line);
    }
  }

  #tell(message: string): void {
    this.#log.push(message);
    for (const page of this.#pages) {
      page.send();
    }
  }
}
