function sleep<T>(seconds: number, result: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(result), seconds * 1000));
}

async function main(): Promise<void> {
  const done = new Set<Promise<string>>();
  const promises = [sleep(0.1, "quick"), sleep(0.6, "slow")];
  for (const promise of promises) {
    void promise.then(() => done.add(promise));
  }
  await Promise.race([Promise.allSettled(promises), sleep(0.3, undefined)]);
  const pending = promises.filter((promise) => !done.has(promise));
  console.log(done.size, "done,", pending.length, "pending, nothing raised");

  for (const promise of pending) {
    console.log("it goes on, and gives:", await promise);
  }
}

await main();
