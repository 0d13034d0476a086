import type { Awaitable } from "../coroutine.ts";
import { Job } from "./job.ts";

/** How many chunks are begun ahead for each worker, so that none is ever idle. */
const jobsAhead = 2;

type Begin<I, T> = (chunk: I[]) => Job<T[]>;

/** The results of items, in order. Chunks are begun only so far ahead as the workers need. */
export function* imapOrdered<I, T>(
  items: Iterable<I>,
  chunksize: number,
  workers: number,
  begin: Begin<I, T>,
): Generator<Awaitable<T>, undefined> {
  const begun: Job<T>[] = [];
  for (const chunk of chunksOf(items, chunksize)) {
    begun.push(...split(begin(chunk), chunk.length));
    while (begun.length > chunksize * workers * jobsAhead) {
      yield begun.shift() as Job<T>;
    }
  }
  yield* begun;
}

/** The results of items, as they are done. Chunks are begun only so far ahead as the workers need. */
export function* imapUnordered<I, T>(
  items: Iterable<I>,
  chunksize: number,
  workers: number,
  begin: Begin<I, T>,
): Generator<Awaitable<T>, undefined> {
  const done: Job<T>[] = [];
  const wanted: Job<T>[] = [];
  const note = (job: Job<T>) => {
    done.push(job);
    handOut(done, wanted);
  };
  const next = () => {
    const job = new Job<T>();
    wanted.push(job);
    handOut(done, wanted);
    return job;
  };
  let begun = 0;
  for (const chunk of chunksOf(items, chunksize)) {
    for (const job of split(begin(chunk), chunk.length)) {
      job.addDoneCallback(note);
    }
    begun += chunk.length;
    for (; begun > chunksize * workers * jobsAhead; begun--) {
      yield next();
    }
  }
  for (; begun > 0; begun--) {
    yield next();
  }
}

/** A generator that does not look like one: `gather` would take it for a coroutine, not for a list. */
export function asIterator<T>(generator: Generator<T, undefined>): IterableIterator<T> {
  return {
    next: () => generator.next(),
    return: () => generator.return(undefined),
    [Symbol.iterator]() {
      return this;
    },
  };
}

function handOut<T>(done: Job<T>[], wanted: Job<T>[]): void {
  while (done.length > 0 && wanted.length > 0) {
    settleAs(wanted.shift() as Job<T>, done.shift() as Job<T>);
  }
}

function settleAs<T>(job: Job<T>, other: Job<T>): void {
  try {
    job.finish(other.result());
  } catch (error) {
    job.fail(error);
  }
}

function* chunksOf<I>(items: Iterable<I>, size: number): Generator<I[]> {
  let chunk: I[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) {
      continue;
    }
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) {
    yield chunk;
  }
}

/** A job for each item of a chunk. */
function split<T>(chunk: Job<T[]>, length: number): Job<T>[] {
  const jobs = Array.from({ length }, () => new Job<T>(() => length === 1 && chunk.cancel()));
  chunk.addDoneCallback(() => {
    for (const [index, job] of jobs.entries()) {
      if (chunk.cancelled()) {
        job.cancel();
      } else if (chunk.exception() !== undefined) {
        job.fail(chunk.exception());
      } else {
        job.finish(chunk.result()[index] as T);
      }
    }
  });
  return jobs;
}
