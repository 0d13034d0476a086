import { type Coroutine, type Future, getRunningLoop, run } from "asyncio-ts";

function ringLater(delay: number, onRing: (sound: string) => void): void {
  getRunningLoop().callLater(delay, onRing, "ding dong");
}

function bell(_delay: number): Future<string> {
  const future = getRunningLoop().createFuture<string>();
  // Change this line: the future is to be filled by ringLater.
  future.setResult("nobody rang");
  return future;
}

function* main(): Coroutine<void> {
  console.log("waiting at the door");
  console.log(yield* bell(0.2));
  console.log("opening");
}

// ringLater is for you to use.
void ringLater;
await run(main());
