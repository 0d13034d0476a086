import { type Coroutine, RuntimeError, run, sleep, type TaskGroup, taskGroup } from "asyncio-ts";

const links: Record<string, string[]> = { home: ["news", "shop"], news: ["archive"] };

function* visit(page: string, group: TaskGroup): Coroutine<void> {
  yield* sleep(0.1);
  console.log("visited", page);
  for (const link of links[page] ?? []) {
    group.createTask(visit(link, group));
  }
}

function* crawl(start: string): Coroutine<void> {
  const closed = yield* taskGroup(function* (group) {
    group.createTask(visit(start, group));
    return group;
  });
  console.log("all pages visited");

  try {
    closed.createTask(visit("late", closed));
  } catch (error) {
    if (!(error instanceof RuntimeError)) {
      throw error;
    }
    console.log("the group is closed");
  }
}

await run(crawl("home"));
