import {
  type Coroutine,
  createTask,
  fromPromise,
  run,
  StreamReader,
  sleep,
  toAsyncIterable,
} from "asyncio-ts";

/** Somebody else's code, which takes what `for await` takes. */
async function longest(lines: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let longest = "";
  for await (const line of lines) {
    const text = decoder.decode(line).trim();
    console.log("got", text);
    longest = text.length > longest.length ? text : longest;
  }
  return longest;
}

function* feed(reader: StreamReader): Coroutine<void> {
  for (const word of ["to", "be", "or", "not"]) {
    yield* sleep(0.2);
    reader.feedData(new TextEncoder().encode(`${word}\n`));
  }
  reader.feedEof();
}

function* main(): Coroutine<void> {
  const reader = new StreamReader();
  const feeding = createTask(feed(reader));
  console.log("longest:", yield* fromPromise(longest(toAsyncIterable(reader))));
  yield* feeding;
}

await run(main());
