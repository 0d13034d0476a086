function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function* countDown(from: number, pace: number): AsyncGenerator<number> {
  for (let left = from; left > 0; left--) {
    await sleep(pace);
    yield left;
  }
}

async function launch(rocket: string, from: number, pace: number): Promise<void> {
  for await (const left of countDown(from, pace)) {
    console.log(rocket, left);
  }
  console.log(rocket, "lifts off");
}

await Promise.all([launch("Ariane", 3, 0.4), launch("Vega", 2, 1)]);
