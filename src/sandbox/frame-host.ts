/// <reference lib="dom" />
import { createFrame } from "./create-frame.ts";
import type { Command } from "./protocol.ts";

/** Owns the frame in which programs run: the way to it, and a new one for one that is spoilt. */
export class FrameHost {
  readonly #script: string;
  readonly #hash: string;
  readonly #boot: Command;
  #frame: HTMLIFrameElement;
  #ready: Promise<void>;

  constructor(script: string, hash: string, boot: Command) {
    this.#script = script;
    this.#hash = hash;
    this.#boot = boot;
    this.#frame = createFrame(script, hash);
    this.#ready = this.#start();
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
    this.#frame.remove();
    this.#frame = createFrame(this.#script, this.#hash);
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
