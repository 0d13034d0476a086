/** Counts microtasks from now on: how many have run when `ticks` is called. */
function startCounting(): () => number {
  let ticks = 0;
  let counting = true;
  const count = () => {
    ticks += 1;
    if (counting && ticks < 100) {
      queueMicrotask(count);
    }
  };
  queueMicrotask(count);
  return () => {
    counting = false;
    return ticks;
  };
}

async function givesValue(): Promise<number> {
  return 1;
}

async function givesPromise(): Promise<number> {
  return Promise.resolve(1);
}

async function awaitsFirst(): Promise<number> {
  return await Promise.resolve(1);
}

const thenable = {
  // biome-ignore lint/suspicious/noThenProperty: this is what a thenable is.
  then(resolve: (value: number) => void) {
    resolve(1);
  },
};

const waits: [string, () => unknown][] = [
  ["a value", () => 1],
  ["a promise that is settled", () => Promise.resolve(1)],
  ["a thenable", () => thenable],
  ["a function with return value", givesValue],
  ["a function with return await promise", awaitsFirst],
  ["a function with return promise", givesPromise],
];

for (const [name, make] of waits) {
  const ticks = startCounting();
  await make();
  console.log(`await ${name}:`, ticks());
}
