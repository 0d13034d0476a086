import { ContextVar, type Coroutine, gather, run, sleep } from "asyncio-ts";

const requestId = new ContextVar<string>("request id");

function log(text: string): void {
  console.log(`[${requestId.get()}] ${text}`);
}

function* readPrice(item: string): Coroutine<number> {
  log(`looks for ${item}`);
  yield* sleep(item.length / 10);
  return item.length;
}

function* handle(id: string, items: string[]): Coroutine<void> {
  requestId.set(id);
  let total = 0;
  for (const item of items) total += yield* readPrice(item);
  log(`costs ${total}`);
}

function* main(): Coroutine<void> {
  yield* gather(handle("A", ["tea", "milk"]), handle("B", ["lemon"]));
}

await run(main());
