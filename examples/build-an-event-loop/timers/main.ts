type Coroutine = Generator<number, void, void>;

const now = () => performance.now() / 1000;
const ready: Coroutine[] = [];
/** The earliest first. */
const timers: { when: number; coroutine: Coroutine }[] = [];

async function run(): Promise<void> {
  while (ready.length > 0 || timers.length > 0) {
    if (ready.length === 0) {
      await untilNextTimer();
    }
    for (let next = timers[0]; next && next.when <= now(); next = timers[0]) {
      timers.shift();
      ready.push(next.coroutine);
    }
    for (const coroutine of ready.splice(0)) {
      step(coroutine);
    }
  }
}

function step(coroutine: Coroutine): void {
  const { done, value: delay } = coroutine.next();
  if (done) {
    return;
  }
  timers.push({ when: now() + delay, coroutine });
  timers.sort((a, b) => a.when - b.when);
}

/** Gives the thread back to the browser, or to Node, for so long. */
function untilNextTimer(): Promise<void> {
  const seconds = (timers[0]?.when ?? 0) - now();
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

function* sleep(delay: number): Coroutine {
  yield delay;
}

function* sayAfter(delay: number, what: string): Coroutine {
  yield* sleep(delay);
  console.log(what);
  yield* sleep(delay);
  console.log(what, "again");
}

ready.push(sayAfter(0.5, "world"));
ready.push(sayAfter(0.3, "hello"));
await run();
