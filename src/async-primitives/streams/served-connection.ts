import type { Context } from "../context-var.ts";
import { type Coroutine, isCoroutine } from "../coroutine.ts";
import { CancelledError } from "../errors/errors.ts";
import { onRejection } from "../loop/guard.ts";
import type { Task } from "../tasks/task.ts";
import type { Address } from "./address.ts";
import type { Server } from "./server.ts";
import { StreamProtocol } from "./stream-protocol.ts";
import type { StreamReader } from "./stream-reader.ts";
import { StreamWriter } from "./stream-writer.ts";
import type { Transport } from "./transport.ts";

/**
 * Serves one client. A coroutine runs as a task of its own. A native async function has no task, so that nothing
 * cancels it, but what it rejects with is reported as what a task fails with.
 *
 * @group Stream options and transports
 */
export type ClientConnected =
  | ((reader: StreamReader, writer: StreamWriter) => Coroutine<unknown>)
  | ((reader: StreamReader, writer: StreamWriter) => Promise<unknown>)
  | ((reader: StreamReader, writer: StreamWriter) => void);

/** A connection that a server accepted: hands its ends to whoever serves clients, and closes it if that fails. */
export class ServedConnection<A extends Address> extends StreamProtocol {
  readonly #server: Server<A>;
  readonly #ends: StreamReader;
  readonly #clientConnected: ClientConnected;
  readonly #context: Context;
  #transport: Transport | undefined;

  constructor(server: Server<A>, reader: StreamReader, clientConnected: ClientConnected, context: Context) {
    super(server.getLoop(), reader);
    this.#server = server;
    this.#ends = reader;
    this.#clientConnected = clientConnected;
    this.#context = context;
  }

  override get serverSide(): boolean {
    return true;
  }

  override connectionMade(transport: Transport): void {
    super.connectionMade(transport);
    this.#transport = transport;
    this.#server.attach(transport);
    this.#server.getLoop().callSoon(() => this.#context.run(() => this.#serve(transport)));
  }

  override connectionLost(error: Error | undefined): void {
    super.connectionLost(error);
    if (this.#transport !== undefined) {
      this.#server.detach(this.#transport);
    }
  }

  #serve(transport: Transport): void {
    let serving: unknown;
    try {
      serving = this.#clientConnected(this.#ends, new StreamWriter(transport, this, this.#ends));
    } catch (exception) {
      this.#failed(transport, exception);
      return;
    }
    onRejection(serving, (exception) => this.#failed(transport, exception));
    if (!isCoroutine(serving)) {
      return;
    }
    const task = this.#server.getLoop().createTask(serving);
    task.addDoneCallback(() => this.#ended(task, transport));
  }

  #ended(task: Task<unknown>, transport: Transport): void {
    if (task.cancelled()) {
      transport.close();
    } else if (task.exception() !== undefined) {
      this.#failed(transport, task.exception(), { task });
    }
  }

  #failed(transport: Transport, exception: unknown, about?: { task: Task<unknown> }): void {
    transport.close();
    if (exception instanceof CancelledError) {
      return;
    }
    this.#server.getLoop().callExceptionHandler({
      message: "Unhandled exception in the function that serves a client",
      exception,
      ...about,
    });
  }
}
