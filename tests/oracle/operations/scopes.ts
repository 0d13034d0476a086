import { define, member } from "../operation.ts";

/** The scopes of `timeout`, also from outside of them. */
export const scopes = [
  member("scope.when", { theme: "timeouts", weight: 9, on: (draw) => draw.slot("scopes") }),
  member("scope.expired", { theme: "timeouts", weight: 10, on: (draw) => draw.slot("scopes") }),
  define({
    name: "scope.reschedule",
    theme: "timeouts",
    kind: "call",
    weight: 8,
    risky: true,
    make: (draw) => ({ on: draw.slot("scopes"), delay: draw.timeout() }),
    print: ({ on, delay }, { value }) =>
      `${on}.reschedule(${delay === null ? value(null) : `loop.time() + ${delay}`})`,
  }),
];
