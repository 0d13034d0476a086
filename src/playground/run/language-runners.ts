import type { StepperCommand } from "../../sandbox/protocol.ts";
import type { OutputLog } from "./output-log.ts";
import type { RunOptions, SandboxRunner } from "./sandbox-runner.ts";

type Language = "ts" | "py";

/** The runners of one pane, one for each language, of which one at a time has a program. */
export class LanguageRunners {
  readonly #make: Readonly<Record<Language, () => SandboxRunner>>;
  readonly #logOf: (version: string) => OutputLog;
  readonly #made: Partial<Record<Language, SandboxRunner>> = {};
  #latest: SandboxRunner | undefined;

  constructor(make: Readonly<Record<Language, () => SandboxRunner>>, logOf: (version: string) => OutputLog) {
    this.#make = make;
    this.#logOf = logOf;
  }

  /** Loads what runs a file ahead of its first run. What runs Python is heavy, and waits until it is asked for. */
  warmUp(entry: string): void {
    if (languageOf(entry) === "ts") {
      this.#runnerOf("ts").warmUp();
    }
  }

  run(files: Readonly<Record<string, string>>, entry: string, options: RunOptions): void {
    const runner = this.#runnerOf(languageOf(entry));
    if (this.#latest !== runner) {
      this.#latest?.leave();
      this.#latest = runner;
    }
    runner.run(files, entry, options);
  }

  drive(command: StepperCommand): void {
    (this.#latest ?? this.#runnerOf("ts")).drive(command);
  }

  stop(): void {
    this.#latest?.stop();
  }

  /** Ends the run. What its program still tells is not heard. */
  leave(): void {
    this.#latest?.leave();
  }

  clearOutput(version: string): void {
    this.#logOf(version).clear();
  }

  #runnerOf(language: Language): SandboxRunner {
    this.#made[language] ??= this.#make[language]();
    return this.#made[language];
  }
}

function languageOf(entry: string): Language {
  return entry.endsWith(".py") ? "py" : "ts";
}
