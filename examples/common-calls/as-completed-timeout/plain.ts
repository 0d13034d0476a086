function sleep<T>(seconds: number, result: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(result), seconds * 1000));
}

/** Gives the results as they come; undefined for each one that is late. */
async function* asCompleted<T>(promises: Promise<T>[], limit: number): AsyncGenerator<T | undefined> {
  const late = sleep(limit, undefined);
  const left = new Map(
    promises.map((promise, index) => [index, promise.then((value) => ({ index, value }))]),
  );
  while (left.size > 0) {
    const next = await Promise.race([...left.values(), late]);
    if (next === undefined) {
      break;
    }
    left.delete(next.index);
    yield next.value;
  }
  for (const _ of left) {
    yield undefined;
  }
}

async function main(): Promise<void> {
  const promises = [sleep(0.1, "first"), sleep(0.6, "second"), sleep(0.7, "third")];
  for await (const result of asCompleted(promises, 0.3)) {
    console.log(result ?? "not in time");
  }

  // None ever is.
  console.log("cancelled:", 0);
}

await main();
