import { define, member } from "../operation.ts";

/** Callbacks of futures, and handles of the loop. */
export const callbacks = [
  define({
    name: "future.add_done_callback",
    theme: "callbacks",
    kind: "call",
    weight: 4,
    make: (draw) => ({ on: draw.anyFuture(), callback: draw.callback(), context: draw.context() }),
    print: ({ on, callback, context }, { member, options }) =>
      `${on}.${member("add_done_callback")}(${callback}${options({ context: context ?? undefined })})`,
  }),
  member("future.remove_done_callback", {
    theme: "callbacks",
    weight: 5,
    on: (draw) => draw.anyFuture(),
    args: (draw) => [draw.callback()],
  }),
  define({
    name: "call_soon",
    theme: "callbacks",
    kind: "call",
    weight: 2,
    make: (draw) => ({ into: draw.slot("handles"), callback: draw.callback() }),
    print: ({ callback }, language) => `loop.${language.member("call_soon")}(${callback})`,
  }),
  define({
    name: "call_later",
    theme: "callbacks",
    kind: "call",
    weight: 3,
    make: (draw) => ({ into: draw.slot("handles"), delay: draw.delay(), callback: draw.callback() }),
    print: ({ delay, callback }, language) => `loop.${language.member("call_later")}(${delay}, ${callback})`,
  }),
  define({
    name: "call_at",
    theme: "callbacks",
    kind: "call",
    weight: 2.4,
    make: (draw) => ({
      into: draw.slot("handles"),
      time: draw.random.integer(0, 24) / 4,
      callback: draw.callback(),
    }),
    print: ({ time, callback }, language) => `loop.${language.member("call_at")}(${time}, ${callback})`,
  }),
  member("handle.cancel", { theme: "callbacks", weight: 2, on: (draw) => draw.slot("handles") }),
  member("handle.cancelled", { theme: "callbacks", weight: 2.4, on: (draw) => draw.slot("handles") }),
  define({
    name: "call_exception_handler",
    theme: "callbacks",
    kind: "call",
    weight: 2.4,
    make: (draw) => ({ error: draw.failure() }),
    print: ({ error }, language) => {
      const exception = language.value(error ?? null);
      return language.name === "python"
        ? `loop.call_exception_handler({"message": "!by hand", "exception": ${exception}})`
        : `loop.callExceptionHandler({ message: "!by hand", exception: ${exception} })`;
    },
  }),
  define({
    name: "stop",
    theme: "callbacks",
    kind: "call",
    weight: 2.2,
    make: () => ({}),
    print: () => "loop.stop()",
  }),
  define({
    name: "time",
    theme: "callbacks",
    kind: "call",
    weight: 2.4,
    make: () => ({}),
    print: () => "loop.time()",
  }),
];
