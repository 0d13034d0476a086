declare const setImmediate: undefined | ((callback: () => void) => unknown);
declare const clearImmediate: (immediate: unknown) => void;

/** Takes back a request that has not been served yet. */
export type Cancel = () => void;

/**
 * Queues a macrotask: calls back in the host's next turn, once it has served what else was waiting, as input, painting,
 * sockets and timers.
 *
 * `setImmediate` where there is one; elsewhere a message to oneself, since a browser makes nested timers wait 4 ms.
 */
export const queueMacrotask: (callback: () => void) => Cancel =
  typeof setImmediate === "function" ? throughImmediate(setImmediate) : throughMessages();

function throughImmediate(request: (callback: () => void) => unknown) {
  return (callback: () => void): Cancel => {
    const immediate = request(callback);
    return () => clearImmediate(immediate);
  };
}

function throughMessages() {
  const channel = new MessageChannel();
  const requests: { callback?: () => void }[] = [];
  channel.port1.onmessage = () => requests.shift()?.callback?.();
  return (callback: () => void): Cancel => {
    const request: { callback?: () => void } = { callback };
    requests.push(request);
    channel.port2.postMessage(undefined);
    return () => {
      delete request.callback;
    };
  };
}
