import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

type Call = (value: string) => void;

/** Passes a call on once no other has come for so many seconds. */
function debounce(seconds: number, callback: Call): Call {
  // So far every call is passed on. Keep the handle that callLater returns.
  return (value) => {
    getRunningLoop().callLater(seconds, callback, value);
  };
}

function* main(): Coroutine<void> {
  const search = debounce(0.2, (text) => console.log("search for", text));
  for (const text of ["e", "ev", "event"]) {
    search(text);
  }
  yield* sleep(0.4);
  for (const text of ["event l", "event loop"]) {
    search(text);
  }
  yield* sleep(0.4);
}

await run(main());
