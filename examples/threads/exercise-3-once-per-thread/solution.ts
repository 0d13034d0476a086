import { type Coroutine, run, ThreadPoolExecutor } from "asyncio-ts";

declare global {
  var table: Record<string, number>;
  var made: number | undefined;
}

function makeTable(): void {
  globalThis.table = { tea: 2, coffee: 3 };
  globalThis.made = (globalThis.made ?? 0) + 1;
}

function price(drink: string) {
  return { price: globalThis.table[drink], made: globalThis.made ?? 0 };
}

function* main(): Coroutine<void> {
  const pool = new ThreadPoolExecutor({ maxWorkers: 1, initializer: makeTable });
  yield* pool.with(function* () {
    const answers = yield* pool.map(price, ["tea", "coffee", "tea", "tea"]);
    console.log("prices:", ...answers.map(({ price }) => price));
    const most = Math.max(...answers.map(({ made }) => made));
    console.log("tables made by one thread:", most);
  });
}

await run(main());
