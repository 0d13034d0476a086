import { define, member } from "../operation.ts";

export const contexts = [
  member("var.set", {
    theme: "contexts",
    weight: 4,
    into: (draw) => draw.slot("tokens"),
    on: (draw) => draw.resource("var"),
    args: (draw) => [draw.number()],
  }),
  member("var.get", { theme: "contexts", weight: 4, on: (draw) => draw.resource("var") }),
  member("var.reset", {
    theme: "contexts",
    weight: 2,
    risky: true,
    on: (draw) => draw.resource("var"),
    args: (draw) => [draw.slot("tokens")],
  }),
  define({
    name: "copy_context",
    theme: "contexts",
    kind: "call",
    weight: 4,
    make: (draw) => ({ into: draw.slot("contexts") }),
    print: (_, { name }) => (name === "python" ? "contextvars.copy_context()" : "copyContext()"),
  }),
  member("context.run", {
    theme: "contexts",
    weight: 6,
    risky: true,
    on: (draw) => draw.slot("contexts"),
    args: (draw) => [draw.callback()],
  }),
];
