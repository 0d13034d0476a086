import { type Coroutine, run } from "asyncio-ts";

function* readSettings(): Coroutine<void> {
  try {
    throw new Error("settings is a folder");
  } finally {
    console.log("the file is closed");
  }
}

function* start(): Coroutine<void> {
  try {
    yield* readSettings();
  } catch (error) {
    throw new Error("the program does not start", { cause: error });
  }
}

try {
  await run(start());
} catch (error) {
  for (let each = error; each instanceof Error; each = each.cause) {
    console.log(each.message);
  }
}
