/** Dies in the way that its word says, in the third step of its task. */
import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

const ways: Readonly<Record<string, () => void>> = {
  throws: () => {
    throw new Error("it broke");
  },
  exits: () => process.exit(7),
  "is killed": () => process.kill(process.pid, "SIGKILL"),
};

function* doomed(): Coroutine<void> {
  yield* sleep(0.01);
  yield* sleep(0.01);
  ways[process.argv[2] ?? ""]?.();
}

function* main(): Coroutine<void> {
  yield* createTask(doomed(), { name: "doomed" });
}

await run(main());
