type Coroutine<T> = Generator<void, T, void>;

/** Runs all in turn, and gives their results in the order in which they finish. */
function run<T>(...coroutines: Coroutine<T>[]): T[] {
  const ready = [...coroutines];
  const results: T[] = [];
  while (true) {
    const coroutine = ready.shift();
    if (coroutine === undefined) {
      return results;
    }
    const { done, value } = coroutine.next();
    if (done) {
      results.push(value);
    } else {
      ready.push(coroutine);
    }
  }
}

function* climb(name: string, steps: number): Coroutine<string> {
  for (let step = 0; step < steps; step++) {
    yield;
  }
  return `${name} took ${steps} steps`;
}

const results = run(climb("Ada", 3), climb("Bob", 1), climb("Cleo", 2));
for (const result of results) {
  console.log(result);
}
if (results.length === 0) {
  console.log("no results");
}
