import type { Answer, TypeChecker } from "./questions.ts";

interface Asker {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** TypeScript in a worker. All panes of a page share one: it takes a second to start. */
class TypeWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Asker>();
  #questions = 0;

  constructor(language: string) {
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: language });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#receive(data));
    this.#worker.addEventListener("error", ({ message }) =>
      this.#fail(`TypeScript did not start: ${message}`),
    );
  }

  ask(about: keyof TypeChecker, parameters: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#questions;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, about, parameters });
    });
  }

  /** Nobody waits for an answer that does not come any more. */
  end(): void {
    this.#worker.terminate();
    this.#fail("TypeScript was ended after a failure.");
  }

  #receive({ id, answer, error }: Answer): void {
    const asker = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) {
      asker?.resolve(answer);
    } else {
      asker?.reject(new Error(error));
    }
  }

  #fail(message: string): void {
    for (const { reject } of this.#waiting.values()) {
      reject(new Error(message));
    }
    this.#waiting.clear();
  }
}

let worker: TypeWorker | undefined;

/** Asks TypeScript. After a failure the next question starts it anew. */
export async function ask<About extends keyof TypeChecker>(
  about: About,
  ...parameters: Parameters<TypeChecker[About]>
): Promise<ReturnType<TypeChecker[About]>> {
  worker ??= new TypeWorker(document.documentElement.lang);
  const asked = worker;
  try {
    return (await asked.ask(about, parameters)) as ReturnType<TypeChecker[About]>;
  } catch (error) {
    asked.end();
    if (worker === asked) {
      worker = undefined;
    }
    throw error;
  }
}
