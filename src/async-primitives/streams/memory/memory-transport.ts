import { RuntimeError } from "../../errors/errors.ts";
import { BrokenPipeError, ConnectionResetError } from "../../errors/os-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import type { Address } from "../address.ts";
import type { ExtraInfo, Protocol, Transport, WriteBufferLimits } from "../transport.ts";
import { WaterMarks } from "../water-marks.ts";
import { Line, type LineOptions, type Parcel, type Receiver, sizeOf } from "./line.ts";

/** One end of a connection in memory, which behaves as a socket of TCP does. */
export class MemoryTransport implements Transport, Receiver {
  readonly #loop: EventLoop;
  readonly #protocol: Protocol;
  readonly #names: Pick<ExtraInfo, "sockname" | "peername">;
  readonly #marks: WaterMarks;
  readonly #received: Parcel[] = [];
  #line!: Line;
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
  static join(one: MemoryTransport, other: MemoryTransport, options: LineOptions): void {
    one.#joinTo(other, options);
    other.#joinTo(one, options);
  }

  #joinTo(peer: MemoryTransport, options: LineOptions): void {
    this.#peer = peer;
    this.#line = new Line(this.#loop, peer, options);
    this.#line.onSent = () => this.#sent();
  }

  write(data: Uint8Array): void {
    if (this.#eofWritten) throw new RuntimeError("Cannot call write() after writeEof()");
    if (this.#closing || data.length === 0) return;
    if (this.#resetReceived) {
      this.#lose(new BrokenPipeError("The peer has closed the connection: nothing more can be sent on it"));
      return;
    }
    this.#line.send(data.slice());
    this.#marks.note(this.#line.waiting);
  }

  writeEof(): void {
    if (this.#closing || this.#eofWritten) return;
    this.#eofWritten = true;
    this.#line.send("eof");
  }

  canWriteEof(): boolean {
    return true;
  }

  close(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#sent();
  }

  abort(): void {
    if (this.#lost) return;
    this.#line.drop();
    this.#end();
  }

  /** Breaks the connection off: the peer gets a ConnectionResetError. */
  resetAndDestroy(): void {
    if (this.#lost) return;
    this.#line.drop();
    this.#line.send("reset");
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
    return this.#line.waiting;
  }

  setWriteBufferLimits(limits?: WriteBufferLimits): void {
    this.#marks.setLimits(limits);
    this.#marks.note(this.#line.waiting);
  }

  getExtraInfo<K extends keyof ExtraInfo>(name: K): ExtraInfo[K] | undefined {
    const info: Partial<ExtraInfo> = { ...this.#names, socket: this };
    return info[name];
  }

  /** What the peer sent has arrived. */
  receive(parcel: Parcel): void {
    if (this.#loop.isClosed()) return;
    if (this.#lost) {
      if (parcel instanceof Uint8Array) this.#line.send("reset");
      return;
    }
    this.#received.push(parcel);
    if (parcel === "reset") this.#noteReset();
    this.#deliver();
  }

  /** The loop closes: so does the connection, without another word to the protocol. */
  release(): void {
    if (this.#lost) return;
    this.#closing = true;
    this.#lost = true;
    this.#line.drop();
    if (!this.#peer.#loop.isClosed()) this.#peer.receive("eof");
  }

  #deliver(): void {
    while (this.#reading && !this.#closing && this.#received.length > 0) {
      this.#take(this.#received.shift() as Parcel);
    }
  }

  #take(parcel: Parcel): void {
    if (parcel === "reset") {
      if (!this.#eofReceived) this.#lose(brokenOff());
    } else if (parcel === "eof") {
      this.#eofReceived = true;
      this.#protocol.eofReceived();
    } else {
      this.#protocol.dataReceived(parcel);
      this.#peer.#line.acknowledge(sizeOf(parcel));
    }
  }

  #noteReset(): void {
    this.#resetReceived = true;
    if (this.#closing || this.#line.waiting > 0) this.#lose(brokenOff());
  }

  #sent(): void {
    this.#marks.note(this.#line.waiting);
    if (this.#closing && this.#line.waiting === 0) this.#end();
  }

  /** As a system does, tells the peer to expect an end, or a break if something that it sent was not read. */
  #end(): void {
    if (this.#lost) return;
    const unread = this.#received.some((parcel) => parcel !== "eof");
    if (unread) this.#line.send("reset");
    else if (!this.#eofWritten) this.#line.send("eof");
    this.#lose(undefined);
  }

  #lose(error: Error | undefined): void {
    if (this.#lost) return;
    this.#closing = true;
    this.#lost = true;
    this.#loop.resources.delete(this);
    if (error !== undefined) this.#line.drop();
    this.#loop.callSoon(() => this.#protocol.connectionLost(error));
  }
}

function brokenOff(): ConnectionResetError {
  return new ConnectionResetError("The peer broke the connection off", { code: "ECONNRESET" });
}
