import { type Coroutine, gather, getRunningLoop, run, sleep } from "asyncio-ts";

/** Waits for an answer, as a request over the network does. */
function* fetchPage(page: number): Coroutine<string> {
  yield* sleep(0.1);
  return `page ${page}`;
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const pages = [1, 2, 3, 4, 5, 6, 7, 8];

  let start = loop.time();
  const oneByOne: string[] = [];
  for (const page of pages) {
    oneByOne.push(yield* fetchPage(page));
  }
  const sequential = loop.time() - start;

  start = loop.time();
  const atOnce = yield* gather(pages.map((page) => fetchPage(page)));
  const concurrent = loop.time() - start;

  console.log("same answers:", `${oneByOne}` === `${atOnce}`);
  // Measured here and now, so it goes to the error output.
  console.warn(`one by one: ${sequential.toFixed(2)} s`);
  console.warn(`on the loop: ${concurrent.toFixed(2)} s`);
}

await run(main());
