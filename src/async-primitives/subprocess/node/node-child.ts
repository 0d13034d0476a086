import type { ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { constants } from "node:os";
import type { Coroutine } from "../../coroutine.ts";
import type { EventLoop } from "../../event-loop.ts";
import type { Future } from "../../futures/future.ts";
import { SocketTransport } from "../../streams/node/socket-transport.ts";
import { StreamProtocol } from "../../streams/stream-protocol.ts";
import { StreamReader } from "../../streams/stream-reader.ts";
import { StreamWriter } from "../../streams/stream-writer.ts";
import type { Child, Signal } from "../child.ts";

/** A pipe has no addresses. */
const noNames = { sockname: "", peername: "" };

/** A child process of Node. */
export class NodeChild implements Child {
  readonly stdin: StreamWriter | undefined;
  readonly stdout: StreamReader | undefined;
  readonly stderr: StreamReader | undefined;
  readonly #loop: EventLoop;
  readonly #child: ChildProcess;
  readonly #waiters = new Set<Future<number>>();
  #returncode: number | undefined;

  constructor(loop: EventLoop, child: ChildProcess, limit: number | undefined) {
    this.#loop = loop;
    this.#child = child;
    child.once("exit", (code, signal) => this.#exited(code ?? -constants.signals[signal as NodeJS.Signals]));
    child.on("error", () => loop.resources.delete(this));
    loop.resources.add(this);
    this.stdin = child.stdin === null ? undefined : writerOf(loop, child.stdin as Socket);
    this.stdout = child.stdout === null ? undefined : readerOf(loop, child.stdout as Socket, limit);
    this.stderr = child.stderr === null ? undefined : readerOf(loop, child.stderr as Socket, limit);
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  get returncode(): number | undefined {
    return this.#returncode;
  }

  sendSignal(signal: Signal): void {
    this.#child.kill(signal as NodeJS.Signals);
  }

  *ended(process: object): Coroutine<number> {
    if (this.#returncode !== undefined) {
      return this.#returncode;
    }
    const waiter = this.#loop.createFuture<number>().standsFor("wait", process);
    this.#waiters.add(waiter);
    try {
      return yield* waiter;
    } finally {
      this.#waiters.delete(waiter);
    }
  }

  /** The loop closes: a process that nobody waits for any more is ended. */
  release(): void {
    this.#child.kill("SIGKILL");
    this.#child.unref();
  }

  #exited(returncode: number): void {
    this.#returncode = returncode;
    this.#loop.resources.delete(this);
    if (this.#loop.isClosed()) {
      return;
    }
    for (const waiter of this.#waiters) {
      if (!waiter.done()) {
        waiter.setResult(returncode);
      }
    }
  }
}

function writerOf(loop: EventLoop, socket: Socket): StreamWriter {
  const protocol = new StreamProtocol(loop, undefined);
  return new StreamWriter(new SocketTransport(loop, socket, protocol, noNames), protocol, undefined);
}

function readerOf(loop: EventLoop, socket: Socket, limit: number | undefined): StreamReader {
  const reader = new StreamReader({ limit });
  new SocketTransport(loop, socket, new StreamProtocol(loop, reader), noNames);
  return reader;
}
