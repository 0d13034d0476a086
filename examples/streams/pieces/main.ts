import { type Coroutine, IncompleteReadError, run, StreamReader } from "asyncio-ts";

const text = (data: Uint8Array) => new TextDecoder().decode(data);

/** Stands in for a network: bytes in pieces, then the end. */
function feed(reader: StreamReader): void {
  for (const piece of ["te", "a\ncof", "fee\nwa", "ter"]) {
    reader.feedData(new TextEncoder().encode(piece));
  }
  reader.feedEof();
}

function* main(): Coroutine<void> {
  let reader = new StreamReader();
  feed(reader);
  while (true) {
    const line = yield* reader.readline();
    if (line.length === 0) {
      break;
    }
    console.log("line:", text(line).trim());
  }
  console.log("at the end:", (yield* reader.readline()).length, "bytes");

  reader = new StreamReader();
  feed(reader);
  console.log("exactly 3:", text(yield* reader.readexactly(3)));
  console.log("up to ff:", text(yield* reader.readuntil("ff")).trim());
  try {
    yield* reader.readexactly(100);
  } catch (error) {
    if (!(error instanceof IncompleteReadError)) {
      throw error;
    }
    console.log("only", error.partial.length, "bytes of", error.expected);
  }
}

await run(main());
