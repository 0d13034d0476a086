import { type Coroutine, run, sleep } from "asyncio-ts";

const weather = new Map([
  ["Oslo", 4],
  ["Rome", 19],
  ["Cairo", 28],
]);

function* fetchTemperature(city: string): Coroutine<number> {
  yield* sleep(0.05);
  return weather.get(city) ?? 0;
}

// It compares and it fetches, so that a test without a network cannot use it.
// Make it a plain function of a Map, and fetch in main.
function* hottest(cities: string[]): Coroutine<string> {
  let [best = ""] = cities;
  for (const city of cities) {
    const here = yield* fetchTemperature(city);
    if (here > (yield* fetchTemperature(best))) {
      best = city;
    }
  }
  return best;
}

function* main(): Coroutine<void> {
  console.log("hottest today:", yield* hottest(["Oslo", "Rome", "Cairo"]));
  // const test = new Map([["A", 1], ["B", 3], ["C", 2]]);
  // console.log("hottest in a test:", hottest(test));
}

await run(main());
