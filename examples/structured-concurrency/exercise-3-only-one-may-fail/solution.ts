import { CancelledError, type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

function* visit(page: string, delay: number): Coroutine<void> {
  yield* sleep(delay);
  if (page === "news") {
    throw new Error("news is down");
  }
  console.log("visited", page);
}

function* careful(page: string, delay: number): Coroutine<void> {
  try {
    yield* visit(page, delay);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof CancelledError) {
      throw error;
    }
    console.log(`skipped: ${error.message}`);
  }
}

function* main(): Coroutine<void> {
  yield* taskGroup(function* (group) {
    for (const [index, page] of ["home", "news", "shop"].entries()) {
      group.createTask(careful(page, 0.15 * (index + 1)));
    }
  });
  console.log("done");
}

await run(main());
