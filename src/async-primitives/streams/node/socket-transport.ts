import type { AddressInfo, Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Coroutine } from "../../coroutine.ts";
import { checkMethods } from "../../errors/check-methods.ts";
import { CancelledError, RuntimeError } from "../../errors/errors.ts";
import { guardMethods } from "../../errors/guard-methods.ts";
import { lookUp } from "../../errors/look-up.ts";
import { fromHostError } from "../../errors/node/host-error.ts";
import { BrokenPipeError } from "../../errors/os-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import type { Address } from "../address.ts";
import { checkBytes } from "../check-bytes.ts";
import type { ExtraInfo, Protocol, StartTlsOptions, Transport, WriteBufferLimits } from "../transport.ts";
import { WaterMarks } from "../water-marks.ts";
import { prepareTls, secured } from "./secure-socket.ts";

/** A connection over a socket of Node. */
export class SocketTransport implements Transport {
  static {
    guardMethods(SocketTransport, "Transport", (value) => #loop in value);
  }

  readonly #loop: EventLoop;
  #socket: Socket;
  readonly #protocol: Protocol;
  readonly #marks: WaterMarks;
  readonly #names: Pick<ExtraInfo, "sockname" | "peername">;
  #closing = false;
  #eofWritten = false;
  #released = false;
  #error: Error | undefined;
  /** What was agreed on: a socket that is gone does not know it any more. */
  #agreed: Partial<ExtraInfo> = {};

  constructor(loop: EventLoop, socket: Socket, protocol: Protocol, names: ExtraNames) {
    this.#loop = loop;
    this.#socket = socket;
    this.#protocol = protocol;
    this.#marks = new WaterMarks(protocol);
    this.#names = names;
    loop.resources.add(this);
    protocol.connectionMade(this);
    this.#listen(socket);
  }

  #listen(socket: Socket): void {
    this.#agreed = tlsInfo(socket);
    socket.on("error", this.#onError);
    socket.on("close", this.#onClose);
    socket.on("end", this.#onEnd);
    if (socket.readable) {
      socket.on("data", this.#onData);
    }
  }

  readonly #onError = (error: Error): void => {
    this.#error = fromHostError(error, "the connection");
  };
  readonly #onClose = (): void => this.#lost();
  readonly #onEnd = (): void => this.#ended();
  readonly #onData = (data: Uint8Array): void => {
    if (!this.#closing) {
      this.#protocol.dataReceived(data);
    }
  };

  write(data: Uint8Array): void {
    checkBytes(data);
    if (this.#eofWritten) {
      throw new RuntimeError("Cannot call write() after writeEof()");
    }
    if (this.#closing || data.length === 0) {
      return;
    }
    const socket = this.#socket;
    const mayPause = this.#marks.paused || socket.writableLength + data.length > this.#marks.high;
    if (mayPause) {
      socket.write(data, this.#noteSent);
      this.#noteSent();
    } else {
      socket.write(data);
    }
  }

  writeEof(): void {
    if (!this.canWriteEof()) {
      throw new RuntimeError("TLS cannot close one direction alone: close() the writer instead");
    }
    if (this.#closing || this.#eofWritten) {
      return;
    }
    this.#eofWritten = true;
    this.#socket.end();
  }

  canWriteEof(): boolean {
    return !(this.#socket instanceof TLSSocket);
  }

  close(): void {
    if (this.#closing) {
      return;
    }
    this.#closing = true;
    // Bun lets a child's standard input be written alone: there is nothing to pause.
    if (this.#socket.readable) {
      this.#socket.pause();
    }
    if (this.#socket instanceof TLSSocket || this.#socket.writableLength > 0) {
      this.#socket.destroySoon();
    } else {
      this.#closeNow();
    }
  }

  abort(): void {
    this.#closing = true;
    this.#socket.destroy();
  }

  isClosing(): boolean {
    return this.#closing;
  }

  pauseReading(): void {
    this.#socket.pause();
  }

  resumeReading(): void {
    if (!this.#closing) {
      this.#socket.resume();
    }
  }

  getWriteBufferSize(): number {
    return this.#socket.writableLength;
  }

  setWriteBufferLimits(limits?: WriteBufferLimits): void {
    this.#marks.setLimits(limits);
    this.#noteSent();
  }

  getExtraInfo<K extends keyof ExtraInfo>(name: K): ExtraInfo[K] | undefined {
    const info: Partial<ExtraInfo> = { ...this.#names, socket: this.#socket, ...this.#agreed };
    return lookUp(info, name) as ExtraInfo[K] | undefined;
  }

  *startTls(options: StartTlsOptions): Coroutine<void> {
    checkMethods(options, ["takeUnread"], "startTls() of a transport is called by startTls() of its writer");
    if (this.#closing || this.#eofWritten) {
      throw new RuntimeError("startTls() on a connection that is closed or about to be");
    }
    if (this.#socket instanceof TLSSocket) {
      throw new RuntimeError("startTls() on a connection that is secure already");
    }
    const plain = this.#socket;
    const begin = prepareTls(options);
    yield* this.#sent(plain);
    plain.off("data", this.#onData).off("end", this.#onEnd).off("close", this.#onClose).pause();
    const unread = options.takeUnread();
    if (unread.length > 0) {
      plain.unshift(unread);
    }
    try {
      yield* secured(this.#loop, plain, begin, (socket) => {
        this.#socket = socket;
        this.#listen(socket);
      });
    } catch (error) {
      if (error instanceof Error && !(error instanceof CancelledError)) {
        this.#error ??= error;
      }
      plain.destroy();
      this.#lost();
      throw error;
    }
  }

  /** Waits until the system has all that was written: what follows goes another way, and could overtake it. */
  *#sent(socket: Socket): Coroutine<void> {
    const sent = this.#loop.createFuture<void>();
    socket.write("", () => {
      if (!sent.done() && !this.#loop.isClosed()) {
        sent.setResult();
      }
    });
    yield* sent;
  }

  /** The loop closes: so does the connection, without another word to the protocol. */
  release(): void {
    this.#released = true;
    this.abort();
  }

  readonly #noteSent = (error?: Error | null): void => {
    if (this.#released) {
      return;
    }
    if (!error) {
      this.#marks.note(this.#socket.writableLength);
    } else if (!this.#closing) {
      this.#error ??= new BrokenPipeError("The peer went away before it had read everything");
    }
  };

  /** The system has everything already, and sends it after this as well. */
  #closeNow(): void {
    this.#socket.destroy();
    this.#loop.callSoon(() => this.#lost());
  }

  #ended(): void {
    if (this.#closing) {
      return;
    }
    this.#protocol.eofReceived();
    if (!this.canWriteEof()) {
      this.close();
    }
  }

  #lost(): void {
    this.#closing = true;
    if (this.#released) {
      return;
    }
    this.#loop.resources.delete(this);
    this.#protocol.connectionLost(this.#error);
  }
}

type ExtraNames = Pick<ExtraInfo, "sockname" | "peername">;

/** The addresses of both ends of a connected socket. */
export function namesOf(socket: Socket, path: { own: string; peer: string } | undefined): ExtraNames {
  if (path !== undefined) {
    return { sockname: path.own, peername: path.peer };
  }
  return {
    sockname: [socket.localAddress ?? "", socket.localPort ?? 0],
    peername: [socket.remoteAddress ?? "", socket.remotePort ?? 0],
  };
}

/** The address that a server got. */
export function addressOf(bound: AddressInfo | string | null): Address {
  if (bound === null || typeof bound === "string") {
    return bound ?? "";
  }
  return [bound.address, bound.port];
}

function tlsInfo(socket: Socket): Partial<ExtraInfo> {
  if (!(socket instanceof TLSSocket)) {
    return {};
  }
  const { standardName, name, version } = socket.getCipher();
  return { cipher: [standardName ?? name, version, undefined], peercert: socket.getPeerCertificate() };
}
