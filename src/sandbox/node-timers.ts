/// <reference lib="webworker" />

import { nextTurn } from "./host-turn.ts";
import type { PendingWork } from "./pending-work.ts";

const longestTimeout = 2 ** 31 - 1;

/**
 * Puts timers in the place of the worker's own that count as pending work, and that behave as Node's where these differ:
 * none is due at once, so that rejections that nobody handles are told before, and what is no function is refused.
 */
export function installNodeTimers(pendingWork: PendingWork): void {
  // Bound, because a browser's own timers insist on being called on the global object.
  const host = {
    setTimeout: self.setTimeout.bind(self),
    setInterval: self.setInterval.bind(self),
    clearTimeout: self.clearTimeout.bind(self),
  };
  const releases = new Map<unknown, () => void>();
  const forget = (timer: unknown): void => {
    releases.get(timer)?.();
    releases.delete(timer);
  };
  const begin = (timer: unknown): void => void releases.set(timer, pendingWork.keepAlive());

  const setTimeout = (callback: unknown, delay?: unknown, ...values: unknown[]): number => {
    checkCallback(callback);
    const timer: number = host.setTimeout(() => {
      try {
        callback(...values);
      } finally {
        forget(timer);
      }
    }, nodeDelay(delay));
    begin(timer);
    return timer;
  };
  const setInterval = (callback: unknown, delay?: unknown, ...values: unknown[]): number => {
    checkCallback(callback);
    const timer: number = host.setInterval(callback, nodeDelay(delay), ...values);
    begin(timer);
    return timer;
  };
  const clearTimer = (timer?: number): void => {
    host.clearTimeout(timer);
    forget(timer);
  };
  const setImmediate = (callback: unknown, ...values: unknown[]): object => {
    checkCallback(callback);
    const immediate = {};
    begin(immediate);
    const run = () => {
      if (releases.has(immediate)) {
        try {
          callback(...values);
        } finally {
          forget(immediate);
        }
      }
    };
    // In the turn after the next one: by then what was rejected in this one has been told.
    nextTurn(() => nextTurn(run));
    return immediate;
  };
  Object.assign(globalThis, {
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout: clearTimer,
    clearInterval: clearTimer,
    clearImmediate: forget,
  });
}

function nodeDelay(delay: unknown): number {
  const milliseconds = Number(delay);
  return milliseconds >= 1 && milliseconds <= longestTimeout ? milliseconds : 1;
}

function checkCallback(callback: unknown): asserts callback is (...values: unknown[]) => void {
  if (typeof callback !== "function") {
    throw new TypeError(`The "callback" argument must be of type function. Received ${kindOf(callback)}`);
  }
}

function kindOf(value: unknown): string {
  const text = String(value).slice(0, 25);
  return value === undefined || typeof value === "object" ? text : `type ${typeof value} (${text})`;
}
