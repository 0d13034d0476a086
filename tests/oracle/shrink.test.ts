import { expect, test } from "vitest";
import { generate } from "./generate.ts";
import { type Program, walk } from "./program.ts";
import { shrink } from "./shrink.ts";

function operationNames(program: Program): string[] {
  return [...walk(program)].flatMap((piece) => ("op" in piece ? [String(piece.op)] : []));
}

function programWith(operation: string): Program {
  for (let seed = 1; ; seed++) {
    const program = generate(seed);
    if (operationNames(program).includes(operation)) {
      return program;
    }
  }
}

test("shrinks a program to the one operation that makes it fail", async () => {
  const smallest = await shrink(programWith("task.cancel"), async (smaller) =>
    operationNames(smaller).includes("task.cancel"),
  );
  expect(operationNames(smallest)).toEqual(["task.cancel"]);
});

test("takes a program that cannot be run for one that does not fail", async () => {
  const program = generate(4);
  const smallest = await shrink(program, async () => {
    throw new Error("cannot be printed");
  });
  expect(smallest).toEqual(program);
});
