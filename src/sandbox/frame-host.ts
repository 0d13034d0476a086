/// <reference lib="dom" />
import { createFrame } from "./create-frame.ts";
import type { Command } from "./protocol.ts";

/** How often the frame is asked whether it is there, in milliseconds: it only passes on, and always has the time. */
const askingInterval = 3_000;
/** So many questions may wait for an answer. */
const mostUnanswered = 5;

/** Owns the frame in which programs run: the way to it, and a new one for one that is spoilt. */
export class FrameHost {
  readonly #script: string;
  readonly #policy: string;
  readonly #boot: Command;
  #frame: HTMLIFrameElement;
  #ready: Promise<void>;
  /** How many questions in a row the frame has not answered. */
  #unanswered = 0;

  /** @param onLost Called when the frame does not answer any more, as its process has ended. */
  constructor(script: string, policy: string, boot: Command, onLost: () => void) {
    this.#script = script;
    this.#policy = policy;
    this.#boot = boot;
    this.#frame = createFrame(script, policy);
    this.#ready = this.#start();
    setInterval(() => {
      if (this.#unanswered++ < mostUnanswered) {
        this.send({ type: "ask" });
      } else {
        onLost();
      }
    }, askingInterval);
  }

  /** Something has come from the frame: it is there. */
  noteAlive(): void {
    this.#unanswered = 0;
  }

  isOrigin(source: MessageEventSource | null): boolean {
    return source !== null && source === this.#frame.contentWindow;
  }

  /** Commands wait until the frame is ready, and arrive in their order. */
  send(command: Command): void {
    const { contentWindow } = this.#frame;
    // An opaque origin cannot be named, so the message is addressed to the window alone.
    void this.#ready.then(() => contentWindow?.postMessage(command, "*"));
  }

  /** Ends all that lives in the frame, with whatever it has not read yet. */
  replace(): void {
    this.#unanswered = 0;
    this.#frame.remove();
    this.#frame = createFrame(this.#script, this.#policy);
    this.#ready = this.#start();
  }

  #start(): Promise<void> {
    const frame = this.#frame;
    return new Promise((resolve) => {
      const boot = this.#boot;
      addEventListener("message", function ready({ source, data }) {
        if (source === frame.contentWindow && data?.type === "ready") {
          removeEventListener("message", ready);
          frame.contentWindow?.postMessage(boot, "*");
          resolve();
        }
      });
    });
  }
}
