import { ContextVar, type Coroutine, run, sleep } from "asyncio-ts";

const language = new ContextVar("language", { default: "English" });

function* say(text: string): Coroutine<void> {
  yield* sleep(0.1);
  console.log(`${text} (${language.get()})`);
}

function* quote(text: string): Coroutine<void> {
  const token = language.set("Latin");
  try {
    yield* say(text);
  } finally {
    language.reset(token);
  }
}

function* main(): Coroutine<void> {
  yield* say("Caesar said");
  yield* quote("veni, vidi, vici");
  yield* say("and went home");
}

await run(main());
