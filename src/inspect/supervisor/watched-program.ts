import { eventsIn, type Report } from "../channel.ts";
import type { PageCommand, ProgramState } from "../page-protocol.ts";
import { type StartedProgram, startProgram } from "./start-program.ts";

/** How long a page may be away until nobody looks, in milliseconds: one that is loaded again comes back sooner. */
const awayTime = 3_000;

/** Is given each message for a page, as text. */
type Page = (message: string) => void;

/** A program with pages that look at it. While there is none, nothing is recorded, and the program runs freely. */
export class WatchedProgram {
  readonly #words: readonly string[];
  readonly #shownWords: readonly string[];
  readonly #pages = new Set<Page>();
  /** What was told since the watch began, for a page that comes later. */
  #lines: string[] = [];
  #watch = 0;
  #isWatched: boolean;
  #isPaused = false;
  #isFull = false;
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
    { isWatched, isPaused }: { readonly isWatched: boolean; readonly isPaused: boolean },
  ) {
    this.#words = words;
    this.#shownWords = shownWords;
    this.#isWatched = isWatched;
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
  join(page: Page): () => void {
    clearTimeout(this.#away);
    this.#pages.add(page);
    if (this.isRunning && !this.#isWatched) {
      this.#watchAnew();
    } else {
      page(this.#state);
      for (const line of this.#lines) {
        page(line);
      }
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
        this.#tell(this.#state);
      }
    } else if (!this.isRunning) {
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
    const program = startProgram(this.#words, { watch, isDriven: true, isPaused }, (line) =>
      this.#hear(line),
    );
    void program.ended.then((code) => {
      this.#exitCode = code;
      this.#tell(JSON.stringify({ type: "ended", exitCode: code }));
    });
    return program;
  }

  #watchAnew(): void {
    this.#beginWatch();
    this.#program.send({ type: "watch", watch: this.#watch });
    this.#tell(this.#state);
  }

  #beginWatch(): void {
    this.#watch++;
    this.#lines = [];
    this.#isWatched = true;
    this.#isPaused = false;
    this.#isFull = false;
  }

  #unwatch(): void {
    if (this.isRunning) {
      this.#isWatched = false;
      this.#lines = [];
      this.#program.send({ type: "unwatch" });
    } else {
      this.#whenLeft();
    }
  }

  #hear(line: string): void {
    const found = eventsIn(line);
    if (found !== undefined) {
      if (found.watch === this.#watch && this.#isWatched) {
        this.#lines.push(line);
        this.#tell(line);
      }
      return;
    }
    const report = JSON.parse(line) as Report;
    if (report.type === "paused") {
      this.#isPaused = report.paused;
      this.#tell(line);
    } else if (report.type === "full" && report.watch === this.#watch) {
      this.#isFull = true;
      this.#tell(line);
    }
  }

  #tell(message: string): void {
    for (const page of this.#pages) {
      page(message);
    }
  }

  get #state(): string {
    const state: ProgramState = {
      type: "program",
      words: this.#shownWords,
      watch: this.#watch,
      isPaused: this.#isPaused,
      isFull: this.#isFull,
      exitCode: this.#exitCode,
    };
    return JSON.stringify(state);
  }
}
