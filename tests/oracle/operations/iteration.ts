import type { Draw } from "../draw.ts";
import { define, member } from "../operation.ts";

const going = {
  theme: "iteration",
  kind: "awaitable",
  risky: true,
  blocks: true,
  inCallbacks: false,
  on: (draw: Draw) => draw.slot("generators"),
} as const;

/** Asynchronous generators, gone through by hand. */
export const iteration = [
  define({
    name: "generator",
    theme: "iteration",
    kind: "call",
    weight: 6,
    make: (draw) => ({ into: draw.slot("generators"), generator: draw.generator() }),
    print: ({ generator }) => `keep(${generator}())`,
  }),
  define({
    name: "anext",
    theme: "iteration",
    kind: "awaitable",
    weight: 12,
    risky: true,
    blocks: true,
    inCallbacks: false,
    make: (draw) => ({
      of: draw.slot("generators"),
      fallback: draw.random.chance(0.3) ? draw.number() : null,
    }),
    print: ({ of, fallback }) => `anext(${of}${fallback === null ? "" : `, ${fallback}`})`,
  }),
  member("generator.asend", { ...going, weight: 16, args: (draw) => [draw.number()] }),
  member("generator.athrow", { ...going, weight: 13, args: (draw) => [draw.failure()] }),
  member("generator.aclose", { ...going, weight: 12 }),
  define({
    name: "shutdown_asyncgens",
    theme: "iteration",
    kind: "awaitable",
    weight: 4,
    inCallbacks: false,
    make: () => ({}),
    print: (_, { member }) => `loop.${member("shutdown_asyncgens")}()`,
  }),
];
