import { type Coroutine, run, sleep } from "asyncio-ts";

function* readFile(name: string): Coroutine<string> {
  yield* sleep(0.1);
  throw new Error(`${name} is a folder`);
}

function* readSettings(): Coroutine<string> {
  try {
    return yield* readFile("settings");
  } catch (error) {
    throw new Error("cannot start", { cause: error });
  }
}

function* main(): Coroutine<void> {
  try {
    yield* readSettings();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(error.message);
    if (error.cause instanceof Error) console.log("because", error.cause.message);
  }
}

await run(main());
