import { type Coroutine, ExceptionGroup, run, sleep, taskGroup } from "asyncio-ts";

function* visit(page: string, delay: number): Coroutine<void> {
  yield* sleep(delay);
  if (page === "news") {
    throw new Error("news is down");
  }
  console.log("visited", page);
}

function* main(): Coroutine<void> {
  try {
    yield* taskGroup(function* (group) {
      for (const [index, page] of ["home", "news", "shop"].entries()) {
        // Change this: a page that is down is to be skipped, and the others
        // visited.
        group.createTask(visit(page, 0.15 * (index + 1)));
      }
    });
    console.log("done");
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) {
      throw error;
    }
    console.log("everything was stopped");
  }
}

await run(main());
