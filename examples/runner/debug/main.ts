import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

const reports: string[] = [];
console.warn = (text: string) => reports.push(text);

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const end = loop.time() + loop.slowCallbackDuration + 0.05;
  while (loop.time() < end) {} // blocks the loop
  yield* sleep(0);
}

for (const debug of [false, true]) {
  await run(main(), { debug });
  console.log("debug:", debug ? "on" : "off");
  console.log("  slow step reported:", reports.length > 0);
}
