/// <reference lib="webworker" />

import type { PendingWork } from "./pending-work.ts";

type Methods = Record<string, unknown>;

type Constructor = { new (): object; prototype: Methods };

const globals = globalThis as unknown as Record<string, Constructor | undefined>;

/** What has methods that answer with a promise that the host settles. */
const answering = ["Blob", "Response", "Request", "Scheduler", "SubtleCrypto"];

/** What can call a program at any time, and nobody knows when. */
const callers = ["EventSource", "FileReader", "WebSocket", "Worker", "XMLHttpRequest"];

// Kept before the reader's code can replace it.
const HostPromise = Promise;

/** Has counted as pending work what the host does for the program, as Node does. */
export function countHostWork(pendingWork: PendingWork): void {
  countAnswers(globalThis as never, ["fetch", "createImageBitmap"], pendingWork);
  for (const { prototype } of answering.flatMap((name) => globals[name] ?? [])) {
    countAnswers(prototype, methodsOf(prototype), pendingWork);
  }
  for (const name of callers) {
    noteMaking(name, pendingWork);
  }
  countPorts(pendingWork);
  countBroadcasts(pendingWork);
}

function countAnswers(holder: Methods, names: readonly string[], { keepAlive }: PendingWork): void {
  const apply = Reflect.apply;
  for (const name of names) {
    const method = holder[name];
    if (typeof method === "function") {
      holder[name] = function (this: unknown, ...values: unknown[]): unknown {
        const answer = apply(method, this, values);
        return answer instanceof HostPromise ? releaseWhenSettled(answer, keepAlive()) : answer;
      };
    }
  }
}

/** The names of its own methods. A property that is computed has a getter, and none is asked here. */
function methodsOf(prototype: Methods): string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) =>
    typeof value === "function" && name !== "constructor" ? [name] : [],
  );
}

/** A promise of its own, so that a rejection that the program does not handle is still unhandled. */
async function releaseWhenSettled(answer: Promise<unknown>, release: () => void): Promise<unknown> {
  try {
    return await answer;
  } finally {
    release();
  }
}

function noteMaking(name: string, pendingWork: PendingWork): void {
  const made = globals[name];
  if (made !== undefined) {
    const noted = new Proxy(made, {
      construct(Original, values, target) {
        pendingWork.mayCall = true;
        return Reflect.construct(Original, values, target);
      },
    });
    globals[name] = noted;
    noted.prototype.constructor = noted;
  }
}

/** A port that is listened to keeps a process of Node alive until it or the other one is closed. */
function countPorts({ keepAlive }: PendingWork): void {
  const { prototype } = MessagePort;
  const releases = new WeakMap<MessagePort, () => void>();
  const others = new WeakMap<MessagePort, MessagePort>();
  const listen = (port: MessagePort): void => {
    if (!releases.has(port)) {
      releases.set(port, keepAlive());
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

/** A channel to all is work until it is closed. */
function countBroadcasts({ keepAlive }: PendingWork): void {
  const { prototype } = BroadcastChannel;
  const releases = new WeakMap<BroadcastChannel, () => void>();
  const { close } = prototype;
  self.BroadcastChannel = new Proxy(BroadcastChannel, {
    construct(Original, values, target) {
      const channel: BroadcastChannel = Reflect.construct(Original, values, target);
      releases.set(channel, keepAlive());
      return channel;
    },
  });
  prototype.constructor = self.BroadcastChannel;
  prototype.close = function (this: BroadcastChannel): void {
    close.call(this);
    releases.get(this)?.();
  };
}
