import { type Coroutine, type Future, getRunningLoop, run } from "asyncio-ts";

function ringLater(delay: number, onRing: (sound: string) => void): void {
  getRunningLoop().callLater(delay, onRing, "ding dong");
}

function bell(delay: number): Future<string> {
  const future = getRunningLoop().createFuture<string>();
  ringLater(delay, (sound) => future.setResult(sound));
  return future;
}

function* main(): Coroutine<void> {
  console.log("waiting at the door");
  console.log(yield* bell(0.2));
  console.log("opening");
}

await run(main());
