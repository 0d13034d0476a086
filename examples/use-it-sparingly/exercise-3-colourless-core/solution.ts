import { type Coroutine, gather, run, sleep } from "asyncio-ts";

const weather = new Map([
  ["Oslo", 4],
  ["Rome", 19],
  ["Cairo", 28],
]);

function* fetchTemperature(city: string): Coroutine<number> {
  yield* sleep(0.05);
  return weather.get(city) ?? 0;
}

function hottest(temperatures: Map<string, number>): string {
  let [best = ""] = temperatures.keys();
  for (const [city, here] of temperatures) {
    if (here > (temperatures.get(best) ?? here)) {
      best = city;
    }
  }
  return best;
}

function* main(): Coroutine<void> {
  const cities = ["Oslo", "Rome", "Cairo"];
  const values = yield* gather(cities.map((city) => fetchTemperature(city)));
  const today = new Map(cities.map((city, i) => [city, values[i] ?? 0]));
  console.log("hottest today:", hottest(today));

  const test = new Map(Object.entries({ A: 1, B: 3, C: 2 }));
  console.log("hottest in a test:", hottest(test));
}

await run(main());
