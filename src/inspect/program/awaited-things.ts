import { EventLoop } from "../../async-primitives/event-loop.ts";
import type { Future } from "../../async-primitives/futures/future.ts";
import type { Coroutine } from "../../async-primitives/index.ts";
import type { Address } from "../../async-primitives/streams/address.ts";
import { Server } from "../../async-primitives/streams/server.ts";
import { StreamReader } from "../../async-primitives/streams/stream-reader.ts";
import { StreamWriter } from "../../async-primitives/streams/stream-writer.ts";
import type { Transport } from "../../async-primitives/streams/transport.ts";
import { Process } from "../../async-primitives/subprocess/process.ts";
import { currentTask, type Task } from "../../async-primitives/tasks/task.ts";
import { aroundMethod } from "./around-method.ts";
import { FutureNames, type NamedFuture } from "./future-names.ts";

/** What futures stand for, also those that were made while nobody looked, and which thing of the world that is. */
export class AwaitedThings {
  readonly #names = new FutureNames();
  /** Of a reader, where its bytes come from. */
  readonly #sources = new WeakMap<StreamReader, string>();
  /** Of a future of a thread, the function that runs there. */
  readonly #jobs = new WeakMap<Future<unknown>, string>();
  /** Of a task that is about to wait, where that is. */
  readonly #places = new WeakMap<Task<unknown>, string>();

  /** Notes what becomes of futures, streams and jobs from now on. */
  watch(): void {
    this.#names.watch();
    this.#watchStreams();
    this.#watchThreads();
  }

  /** As it was told, or would have been, when the future was made. */
  nameOf(future: Future<unknown>): NamedFuture | undefined {
    return this.#names.nameOf(future);
  }

  /** The address, process or function that a task waits for, if it is one. */
  detailOf(task: Task<unknown>, future: Future<unknown>): string | undefined {
    const of = this.#names.nameOf(future)?.of;
    if (of instanceof StreamReader) {
      return this.#sources.get(of);
    }
    if (of instanceof Process) {
      return `pid ${of.pid}`;
    }
    return this.#jobs.get(future) ?? this.#places.get(task);
  }

  #watchStreams(): void {
    const sources = this.#sources;
    aroundMethod(
      StreamReader.prototype,
      "setTransport",
      (original) =>
        function setTransport(this: StreamReader, transport) {
          original.call(this, transport);
          if ("getExtraInfo" in transport) {
            const place = placeOf(transport as Transport);
            sources.set(this, place);
          }
        },
    );
    for (const name of ["drain", "waitClosed"] as const) {
      this.#watchWaiting(StreamWriter.prototype, name, placeOf);
    }
    for (const name of ["serveForever", "waitClosed"] as const) {
      this.#watchWaiting(Server.prototype, name, ({ sockets }) =>
        sockets.map((socket) => describeAddress(socket.getsockname())).join(", "),
      );
    }
  }

  #watchThreads(): void {
    const jobs = this.#jobs;
    aroundMethod(
      EventLoop.prototype,
      "runInExecutor",
      (original) =>
        function runInExecutor(this: EventLoop, executor, work, ...args) {
          const future = original.call(this, executor, work as (...args: unknown[]) => unknown, ...args);
          jobs.set(future, work.name);
          return future as never;
        },
    );
  }

  /** While a coroutine method runs it is known where it waits. */
  #watchWaiting<
    Class extends Record<Name, () => Coroutine<unknown>>,
    Name extends "drain" | "waitClosed" | "serveForever",
  >(prototype: Class, name: Name, describe: (thing: Class) => string): void {
    const places = this.#places;
    aroundMethod(
      prototype,
      name,
      (original) =>
        function* (this: Class) {
          const task = currentTask() as Task<unknown>;
          places.set(task, describe(this));
          try {
            return yield* original.call(this);
          } finally {
            places.delete(task);
          }
        } as Class[Name],
    );
  }
}

/** The other end of a connection; of one that has no address there, as with a Unix socket, this end. */
function placeOf(transport: Pick<Transport, "getExtraInfo">): string {
  const peer = transport.getExtraInfo("peername");
  return describeAddress(peer || transport.getExtraInfo("sockname"));
}

function describeAddress(address: Address | undefined): string {
  if (address === undefined || typeof address === "string") {
    return address ?? "";
  }
  const [host, port] = address;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
