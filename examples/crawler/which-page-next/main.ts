import { type Coroutine, run, Semaphore, sleep, taskGroup } from "asyncio-ts";

/** Each page: how many seconds it takes, and where it leads. */
const site = new Map<string, [seconds: number, links: string[]]>([
  ["/", [0.2, ["/news", "/shop", "/map"]]],
  ["/news", [0.4, ["/today"]]],
  ["/shop", [1, ["/tea"]]],
  ["/map", [0.2, []]],
  ["/today", [0.2, []]],
  ["/tea", [0.4, []]],
]);

function* main(): Coroutine<void> {
  const places = new Semaphore(2);
  yield* taskGroup(function* (group) {
    function* visit(page: string): Coroutine<void> {
      const [seconds, links] = site.get(page) ?? [0, []];
      yield* places.with(() => sleep(seconds));
      console.log("has", page);
      for (const link of links) {
        group.createTask(visit(link));
      }
    }
    group.createTask(visit("/"));
  });
}

await run(main());
