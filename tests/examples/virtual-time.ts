/**
 * Loaded by Node before a program (`--import`), and by Deno and Bun (`--preload`): a time that nobody waits for. When the program has nothing to do, time
 * jumps to its next timer; while it looks at the clock, a little goes by, so that whoever is busy until some moment
 * comes to it. The program takes the same time at every run, however busy the machine is. It is for programs that wait
 * for timers alone: time would jump over what comes from a socket, a process or a thread.
 */

/** What a look at the clock costs, in milliseconds. */
const lookEvery = 0.01;

/** So many timers no program needs. One that asks again and again for what never comes would go on for ever, since nobody waits for its time. */
const mostCalls = 50_000;

interface Timer {
  readonly callback: (...values: unknown[]) => void;
  readonly values: unknown[];
  readonly delay: number;
  /** Milliseconds. */
  due: number;
  readonly repeats: boolean;
}

let now = 0;
const timers = new Map<number, Timer>();
let lastNumber = 0;
let isTurning = false;
let calls = 0;

/** As Node has it: whole milliseconds, at least one, counted from the one that has begun. */
function start(timer: Timer): void {
  timer.due = Math.floor(now) + timer.delay;
  if (!isTurning) {
    isTurning = true;
    setImmediate(turn);
  }
}

function set(callback: Timer["callback"], delay: number | undefined, values: unknown[], repeats: boolean) {
  const timer = { callback, values, delay: Math.max(1, Math.trunc(delay ?? 1)), due: 0, repeats };
  start(timer);
  timers.set(++lastNumber, timer);
  return lastNumber;
}

/** The first to be set comes first among those of one moment. */
function earliest(): [number, Timer] | undefined {
  return [...timers].sort(([, one], [, other]) => one.due - other.due)[0];
}

/** One timer in each turn of the host, so that what it makes ready comes before the next. */
function turn(): void {
  isTurning = timers.size > 0;
  const found = earliest();
  if (found === undefined) {
    return;
  }
  setImmediate(turn);
  if (isBusy()) {
    return;
  }
  const [number, timer] = found;
  now = Math.max(now, timer.due);
  if (++calls > mostCalls) {
    throw new Error(`expected a program that ends, found one that has set more than ${mostCalls} timers.`);
  }
  if (timer.repeats) {
    start(timer);
  } else {
    timers.delete(number);
  }
  timer.callback(...timer.values);
}

/** Whether the program asked for a turn of its own. */
function isBusy(): boolean {
  return process.getActiveResourcesInfo().filter((resource) => resource === "Immediate").length > 1;
}

const clear = (number: unknown) => void timers.delete(Number(number));
const replacements = {
  setTimeout: (callback: Timer["callback"], delay?: number, ...values: unknown[]) =>
    set(callback, delay, values, false),
  setInterval: (callback: Timer["callback"], delay?: number, ...values: unknown[]) =>
    set(callback, delay, values, true),
  clearTimeout: clear,
  clearInterval: clear,
};
Object.assign(globalThis, replacements);

const epoch = Date.now();
performance.now = () => {
  now += lookEvery;
  return now;
};
Date.now = () => Math.floor(epoch + performance.now());
AbortSignal.timeout = (delay) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException("The operation timed out", "TimeoutError")), delay);
  return controller.signal;
};
