import { findUncloneable } from "./find-uncloneable.ts";
import type { ErrorReport, FromWorker, InitializeMessage, WorkMessage } from "./messages.ts";

/** The worker's end of the line to whoever started it. */
export interface WorkerPort {
  listen(listener: (message: unknown) => void): void;
  post(message: FromWorker, transfer?: readonly Transferable[]): void;
  /**
   * The value of an expression, or a promise of it. In strict mode, so that a variable which exists only outside is
   * an error and not a new global one.
   */
  evaluate(expression: string): unknown;
}

type AnyFunction = (...args: unknown[]) => unknown;

/** What runs in a worker. It is sent there as text, so it uses nothing from outside. */
function serve(port: WorkerPort, explain: typeof findUncloneable): void {
  const functions = new Map<number, AnyFunction>();
  let starting: Promise<unknown> | undefined;

  /** The text is that of a function, or of a method, which stands in an object only. */
  const define = async (source: string): Promise<AnyFunction> => {
    try {
      return (await port.evaluate(`(${source})`)) as AnyFunction;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return Object.values((await port.evaluate(`({${source}})`)) as object)[0];
    }
  };

  const isPromise = (value: unknown): value is PromiseLike<unknown> =>
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";

  const buffersOf = (results: readonly unknown[]): Transferable[] => {
    const buffers = new Set<Transferable>();
    for (const result of results) {
      const buffer = ArrayBuffer.isView(result) ? result.buffer : result;
      if (buffer instanceof ArrayBuffer || buffer instanceof MessagePort) buffers.add(buffer);
    }
    return [...buffers];
  };

  const report = (thrown: unknown, uncloneable?: string): ErrorReport => {
    const isError = thrown instanceof Error;
    const missing =
      thrown instanceof ReferenceError && /^(?:Can't find variable: (\S+)|(\S+) is not defined)$/;
    const found = missing ? missing.exec(thrown.message) : null;
    const extra = isError ? { ...thrown, cause: thrown.cause } : thrown;
    return {
      name: isError ? thrown.name : "",
      message: isError ? thrown.message : String(thrown),
      stack: isError ? thrown.stack : undefined,
      missing: found?.[1] ?? found?.[2],
      uncloneable,
      thrown: explain(extra, "") === undefined ? extra : undefined,
      isError,
    };
  };

  const reply = (start: number, results: readonly unknown[]): void => {
    const took = performance.now() - start;
    try {
      port.post([took, results], buffersOf(results));
    } catch (error) {
      const [reason] = results.flatMap((result) => explain(result, "result") ?? []);
      port.post([took, undefined, report(error, reason ?? String(error))]);
    }
  };

  const work = async ([id, source, calls]: WorkMessage): Promise<void> => {
    if (starting !== undefined) await starting;
    const start = performance.now();
    try {
      if (source !== undefined) functions.set(id, await define(source));
      const call = functions.get(id) as AnyFunction;
      const results: unknown[] = [];
      for (const args of calls) {
        const result = call(...args);
        results.push(isPromise(result) ? await result : result);
      }
      reply(start, results);
    } catch (error) {
      port.post([performance.now() - start, undefined, report(error)]);
    }
  };

  const waiting: WorkMessage[] = [];
  let working = false;

  const workOff = async (): Promise<void> => {
    working = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    working = false;
  };

  const initialize = ([source, args]: InitializeMessage): void => {
    starting = define(source)
      .then((prepare) => prepare(...args))
      .then(
        () => {
          starting = undefined;
        },
        (error) => {
          port.post({ broken: report(error) });
          return new Promise(() => {});
        },
      );
  };

  port.listen((message) => {
    if ((message as unknown[]).length === 2) {
      initialize(message as InitializeMessage);
      return;
    }
    waiting.push(message as WorkMessage);
    if (!working) void workOff();
  });
}

/**
 * Some bundlers wrap every function that has a name into a call of a helper of theirs, also those that are sent here.
 * What they call it shows in the text of a function that has been through the same bundler.
 */
function nameHelper(): string {
  const probe = () => {
    const named = () => {};
    return named;
  };
  return /([\w$]+)\(\(\) ?=> ?\{\s*\}, ?"named"\)/.exec(String(probe))?.[1] ?? "__name";
}

/**
 * The text of a script that makes a worker serve.
 *
 * @param port The text of an expression that gives the worker's port.
 */
export function workerSource(port: string): string {
  return `globalThis.${nameHelper()} = (f) => f; (${serve})(${port}, ${findUncloneable});`;
}
