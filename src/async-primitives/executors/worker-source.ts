import { findUncloneable } from "./find-uncloneable.ts";
import type { ErrorReport, FromWorker, InitializeMessage, Packed, WorkMessage } from "./messages.ts";

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
      if (!(error instanceof SyntaxError)) {
        throw error;
      }
      return Object.values((await port.evaluate(`({${source}})`)) as object)[0];
    }
  };

  const isPromise = (value: unknown): value is PromiseLike<unknown> =>
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";

  const buffersOf = (results: readonly unknown[]): Transferable[] => {
    const buffers = new Set<Transferable>();
    for (const result of results) {
      const buffer = ArrayBuffer.isView(result) ? result.buffer : result;
      if (buffer instanceof ArrayBuffer || buffer instanceof MessagePort) {
        buffers.add(buffer);
      }
    }
    return [...buffers];
  };

  /** Undefined if it cannot be sent. An error that is its own cause, through others or not, is left out. */
  const pack = (value: unknown, within: readonly unknown[]): Packed | undefined => {
    if (value instanceof Error) {
      return within.includes(value) ? undefined : { error: report(value, undefined, within) };
    }
    if (Array.isArray(value) && value.some((each) => each instanceof Error)) {
      return { list: value.flatMap((each) => pack(each, within) ?? []) };
    }
    return explain(value, "") === undefined ? { value } : undefined;
  };

  const propertiesOf = (error: Error, within: readonly unknown[]): ErrorReport["properties"] =>
    Object.entries(Object.getOwnPropertyDescriptors(error)).flatMap(([name, { enumerable = false }]) => {
      if (name === "message" || name === "stack") {
        return [];
      }
      const packed = pack((error as unknown as Record<string, unknown>)[name], within);
      return packed === undefined ? [] : [[name, packed, enumerable] as const];
    });

  const describeThrown = (thrown: unknown, within: readonly unknown[]) => {
    if (!(thrown instanceof Error)) {
      const packed = pack(thrown, within);
      const message = packed === undefined ? String(thrown) : "";
      return { name: undefined, message, stack: undefined, properties: [], thrown: packed };
    }
    const { stack } = thrown;
    return {
      name: String(thrown.name),
      message: String(thrown.message),
      stack: typeof stack === "string" ? stack : undefined,
      properties: propertiesOf(thrown, [...within, thrown]),
      thrown: undefined,
    };
  };

  const report = (thrown: unknown, uncloneable?: string, within: readonly unknown[] = []): ErrorReport => {
    try {
      const found =
        thrown instanceof ReferenceError &&
        /^(?:Can't find variable: (\S+)|(\S+) is not defined)$/.exec(thrown.message);
      const missing = found ? (found[1] ?? found[2]) : undefined;
      return { ...describeThrown(thrown, within), missing, uncloneable };
    } catch {
      // Whoever writes getters, or objects that have no text, may have them throw too.
      const message = "Something was thrown that cannot even be looked at";
      const nothing = { stack: undefined, missing: undefined, properties: [], thrown: undefined };
      return { name: "Error", message, uncloneable, ...nothing };
    }
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
    if (starting !== undefined) {
      await starting;
    }
    const start = performance.now();
    try {
      if (source !== undefined) {
        functions.set(id, await define(source));
      }
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
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await work(next);
    }
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
    if (!working) {
      void workOff();
    }
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
