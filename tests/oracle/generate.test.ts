import { expect, test } from "vitest";
import { generate } from "./generate.ts";
import { printPython } from "./print-python.ts";
import { printMain } from "./print-typescript.ts";

test("makes the same program of the same seed", () => {
  expect(generate(7)).toEqual(generate(7));
  expect(generate(7)).not.toEqual(generate(8));
});

test("prints a program alike in both languages", () => {
  const program = generate(1);
  program.coroutines = [];
  program.callbacks = [];
  program.main = [
    {
      id: 2,
      block: "try",
      body: [{ id: 1, op: "queue.put", on: "queue0", args: [5] }],
      catches: "timeout",
      handler: [],
      reraise: true,
      final: [],
    },
  ];
  program.resources.queues = [{ kind: "LifoQueue", size: 1 }];
  expect(printPython(program)).toContain(`async def main():
    queue0 = asyncio.LifoQueue(1)
    try:
        log(1, await queue0.put(5))
    except TimeoutError as error:
        log(2, error)
        raise
`);
  expect(printMain(program)).toBe(`function* main() {
  const queue0 = new LifoQueue(1);
  try {
    log(1, yield* queue0.put(5));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(2, error);
    throw error;
  }
}`);
});
