/// <reference lib="webworker" />

import type { PendingWork } from "./pending-work.ts";

/** What answers with a promise that the host settles: by the interface or the global it is a method of. */
const answering: Readonly<Record<string, readonly string[]>> = {
  Blob: ["arrayBuffer", "bytes", "text"],
  Response: ["arrayBuffer", "blob", "bytes", "formData", "json", "text"],
  Request: ["arrayBuffer", "blob", "bytes", "formData", "json", "text"],
  Scheduler: ["postTask", "yield"],
  SubtleCrypto: [
    "decrypt",
    "deriveBits",
    "deriveKey",
    "digest",
    "encrypt",
    "exportKey",
    "generateKey",
    "importKey",
    "sign",
    "unwrapKey",
    "verify",
    "wrapKey",
  ],
};

/** What can call a program at any time, and nobody knows when. */
const callers = ["BroadcastChannel", "EventSource", "FileReader", "WebSocket", "Worker", "XMLHttpRequest"];

type Methods = Record<string, unknown>;

/** Counts as pending work what the host does for the program, as Node does. */
export class HostWork {
  /** Whether something was made that may call the program at any time. */
  mayCall = false;
  readonly #pendingWork: PendingWork;

  constructor(pendingWork: PendingWork) {
    this.#pendingWork = pendingWork;
    this.#count(globalThis as never, ["fetch", "createImageBitmap"]);
    for (const [name, methods] of Object.entries(answering)) {
      const found = (globalThis as unknown as Record<string, { prototype: Methods } | undefined>)[name];
      if (found !== undefined) {
        this.#count(found.prototype, methods);
      }
    }
    for (const name of callers) {
      this.#noteMaking(name);
    }
    this.#countPorts();
  }

  #count(holder: Methods, names: readonly string[]): void {
    const { keepAlive } = this.#pendingWork;
    const apply = Reflect.apply;
    for (const name of names) {
      const method = holder[name];
      if (typeof method === "function") {
        holder[name] = function (this: unknown, ...values: unknown[]): unknown {
          return releaseWhenSettled(apply(method, this, values), keepAlive());
        };
      }
    }
  }

  #noteMaking(name: string): void {
    const globals = globalThis as unknown as Methods;
    const made = globals[name];
    if (typeof made === "function") {
      const noted = new Proxy(made, {
        construct: (Original, values, target) => {
          this.mayCall = true;
          return Reflect.construct(Original, values, target);
        },
      });
      globals[name] = noted;
      noted.prototype.constructor = noted;
    }
  }

  /** A port that is listened to keeps a process of Node alive until it or the other one is closed. */
  #countPorts(): void {
    const { prototype } = MessagePort;
    const releases = new WeakMap<MessagePort, () => void>();
    const others = new WeakMap<MessagePort, MessagePort>();
    const listen = (port: MessagePort): void => {
      if (!releases.has(port)) {
        releases.set(port, this.#pendingWork.keepAlive());
      }
    };
    const leave = (port: MessagePort | undefined): void => {
      if (port !== undefined) {
        releases.get(port)?.();
        releases.delete(port);
      }
    };
    self.MessageChannel = new Proxy(MessageChannel, {
      construct(Original, values, target) {
        const channel: MessageChannel = Reflect.construct(Original, values, target);
        others.set(channel.port1, channel.port2);
        others.set(channel.port2, channel.port1);
        return channel;
      },
    });
    const { close, addEventListener } = prototype;
    const onmessage = Object.getOwnPropertyDescriptor(prototype, "onmessage");
    Object.defineProperty(prototype, "onmessage", {
      ...onmessage,
      set(this: MessagePort, listener: unknown) {
        onmessage?.set?.call(this, listener);
        if (typeof listener === "function") {
          listen(this);
        } else {
          leave(this);
        }
      },
    });
    prototype.addEventListener = function (this: MessagePort, ...values: [string, never]): void {
      addEventListener.apply(this, values);
      if (values[0] === "message") {
        listen(this);
      }
    };
    prototype.close = function (this: MessagePort): void {
      close.call(this);
      leave(this);
      leave(others.get(this));
    };
  }
}

/** A promise of its own, so that a rejection that the program does not handle is still unhandled. */
async function releaseWhenSettled(answer: unknown, release: () => void): Promise<unknown> {
  try {
    return await answer;
  } finally {
    release();
  }
}
