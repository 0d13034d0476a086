import { define, member } from "../operation.ts";

/** Plain futures, completed by hand. */
export const futures = [
  member("future.set_result", {
    theme: "futures",
    weight: 4.5,
    risky: true,
    on: (draw) => (draw.random.chance(0.9) ? draw.slot("futures") : draw.slot("outers")),
    args: (draw) => [draw.number()],
  }),
  member("future.set_exception", {
    theme: "futures",
    weight: 2,
    risky: true,
    on: (draw) => (draw.random.chance(0.9) ? draw.slot("futures") : draw.slot("outers")),
    args: (draw) => [draw.failure()],
  }),
  member("future.cancel", {
    theme: "futures",
    weight: 2,
    on: (draw) => (draw.random.chance(0.7) ? draw.slot("futures") : draw.slot("outers")),
    args: (draw) => draw.cancelArguments(),
  }),
  define({
    name: "create_future",
    theme: "futures",
    kind: "call",
    weight: 3.5,
    make: (draw) => ({ into: draw.slot("futures") }),
    print: (_, language) => `loop.${language.member("create_future")}()`,
  }),
];
