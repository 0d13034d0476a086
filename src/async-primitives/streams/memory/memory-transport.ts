import type { Coroutine } from "../../coroutine.ts";
import { RuntimeError } from "../../errors/errors.ts";
import { guardMethods } from "../../errors/guard-methods.ts";
import { lookUp } from "../../errors/look-up.ts";
import { BrokenPipeError, ConnectionResetError } from "../../errors/os-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import type { Address } from "../address.ts";
import { checkBytes } from "../check-bytes.ts";
import type { ExtraInfo, Protocol, Transport, WriteBufferLimits } from "../transport.ts";
import { WaterMarks } from "../water-marks.ts";
import { Channel, type LinkOptions, type Receiver, type Segment, sizeOf } from "./channel.ts";
import { refuseTls } from "./refuse-tls.ts";

/** One end of a connection in memory, which behaves as a socket of TCP does. */
export class MemoryTransport implements Transport, Receiver {
  static {
    guardMethods(MemoryTransport, "Transport", (value) => #loop in value);
  }

  readonly #loop: EventLoop;
  readonly #protocol: Protocol;
  readonly #names: Pick<ExtraInfo, "sockname" | "peername">;
  readonly #marks: WaterMarks;
  readonly #received: Segment[] = [];
  #channel!: Channel;
  #peer!: MemoryTransport;
  #reading = true;
  #eofWritten = false;
  #eofReceived = false;
  #resetReceived = false;
  #closing = false;
  #lost = false;

  constructor(loop: EventLoop, protocol: Protocol, sockname: Address, peername: Address) {
    this.#loop = loop;
    this.#protocol = protocol;
    this.#names = { sockname, peername };
    this.#marks = new WaterMarks(protocol);
    loop.resources.add(this);
  }

  /** Lays a line in each direction. */
  static join(one: MemoryTransport, other: MemoryTransport, options: LinkOptions): void {
    one.#joinTo(other, options);
    other.#joinTo(one, options);
  }

  #joinTo(peer: MemoryTransport, options: LinkOptions): void {
    this.#peer = peer;
    this.#channel = new Channel(this.#loop, peer, options);
    this.#channel.onSent = () => this.#sent();
  }

  write(data: Uint8Array): void {
    checkBytes(data);
    if (this.#eofWritten) {
      throw new RuntimeError("Cannot call write() after writeEof()");
    }
    if (this.#closing || data.length === 0) {
      return;
    }
    if (this.#resetReceived) {
      this.#lose(new BrokenPipeError("The peer has closed the connection: nothing more can be sent on it"));
      return;
    }
    this.#channel.send(data.slice());
    this.#marks.note(this.#channel.waiting);
  }

  writeEof(): void {
    if (this.#closing || this.#eofWritten) {
      return;
    }
    this.#eofWritten = true;
    this.#channel.send("eof");
  }

  canWriteEof(): boolean {
    return true;
  }

  close(): void {
    if (this.#closing) {
      return;
    }
    this.#closing = true;
    this.#sent();
  }

  abort(): void {
    if (this.#lost) {
      return;
    }
    this.#channel.drop();
    this.#end();
  }

  /** Breaks the connection off: the peer gets a ConnectionResetError. */
  resetAndDestroy(): void {
    if (this.#lost) {
      return;
    }
    this.#channel.drop();
    this.#channel.send("reset");
    this.#lose(undefined);
  }

  isClosing(): boolean {
    return this.#closing;
  }

  pauseReading(): void {
    this.#reading = false;
  }

  resumeReading(): void {
    this.#reading = true;
    this.#loop.callSoon(() => this.#deliver());
  }

  getWriteBufferSize(): number {
    return this.#channel.waiting;
  }

  setWriteBufferLimits(limits?: WriteBufferLimits): void {
    this.#marks.setLimits(limits);
    this.#marks.note(this.#channel.waiting);
  }

  getExtraInfo<K extends keyof ExtraInfo>(name: K): ExtraInfo[K] | undefined {
    const info: Partial<ExtraInfo> = { ...this.#names, socket: this };
    return lookUp(info, name) as ExtraInfo[K] | undefined;
  }

  /** @internal What the peer sent has arrived. */
  receive(segment: Segment): void {
    if (this.#loop.isClosed()) {
      return;
    }
    if (this.#lost) {
      if (segment instanceof Uint8Array) {
        this.#channel.send("reset");
      }
      return;
    }
    this.#received.push(segment);
    if (segment === "reset") {
      this.#noteReset();
    }
    this.#deliver();
  }

  startTls(): Coroutine<void> {
    refuseTls();
  }

  /** The loop closes: so does the connection, without another word to the protocol. */
  release(): void {
    if (this.#lost) {
      return;
    }
    this.#closing = true;
    this.#lost = true;
    this.#channel.drop();
    if (!this.#peer.#loop.isClosed()) {
      this.#peer.receive("eof");
    }
  }

  #deliver(): void {
    while (this.#reading && !this.#closing && this.#received.length > 0) {
      this.#take(this.#received.shift() as Segment);
    }
  }

  #take(segment: Segment): void {
    if (segment === "reset") {
      if (!this.#eofReceived) {
        this.#lose(brokenOff());
      }
    } else if (segment === "eof") {
      this.#eofReceived = true;
      this.#protocol.eofReceived();
    } else {
      this.#protocol.dataReceived(segment);
      this.#peer.#channel.acknowledge(sizeOf(segment));
    }
  }

  #noteReset(): void {
    this.#resetReceived = true;
    if (this.#closing || this.#channel.waiting > 0) {
      this.#lose(brokenOff());
    }
  }

  #sent(): void {
    this.#marks.note(this.#channel.waiting);
    if (this.#closing && this.#channel.waiting === 0) {
      this.#end();
    }
  }

  /** As a system does, tells the peer to expect an end, or a break if something that it sent was not read. */
  #end(): void {
    if (this.#lost) {
      return;
    }
    const unread = this.#received.some((segment) => segment !== "eof");
    if (unread) {
      this.#channel.send("reset");
    } else if (!this.#eofWritten) {
      this.#channel.send("eof");
    }
    this.#lose(undefined);
  }

  #lose(error: Error | undefined): void {
    if (this.#lost) {
      return;
    }
    this.#closing = true;
    this.#lost = true;
    this.#loop.resources.delete(this);
    if (error !== undefined) {
      this.#channel.drop();
    }
    this.#loop.callSoon(() => this.#protocol.connectionLost(error));
  }
}

function brokenOff(): ConnectionResetError {
  return new ConnectionResetError("The peer broke the connection off", { code: "ECONNRESET" });
}
