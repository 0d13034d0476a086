import { type Coroutine, gather, getRunningLoop, run, sleep } from "asyncio-ts";

/** The server may be asked every 0.8 seconds. */
const gap = 0.8;
let nextMoment = 0;

function* mayAsk(): Coroutine<void> {
  const now = getRunningLoop().time();
  const moment = Math.max(now, nextMoment);
  nextMoment = moment + gap;
  yield* sleep(moment - now);
}

function* ask(thing: string, seconds: number): Coroutine<void> {
  yield* mayAsk();
  console.log("asks for", thing);
  yield* sleep(seconds);
  console.log("gets", thing);
}

function* main(): Coroutine<void> {
  yield* gather(ask("cake", 2.4), ask("tea", 0.4), ask("milk", 0.4));
}

await run(main());
