import { type Coroutine, run, sleep } from "asyncio-ts";

class Unavailable extends Error {}
class NotFound extends Error {}

let calls = 0;

function* ask(name: string): Coroutine<string> {
  calls++;
  yield* sleep(0.1);
  if (name === "unicorn") throw new NotFound(`call ${calls}: there is no ${name}`);
  if (calls < 3) throw new Unavailable(`call ${calls}: unavailable`);
  return `call ${calls}: ${name}`;
}

// Change this: what does not exist will not exist the next time either.
function* retry(name: string): Coroutine<string> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      return yield* ask(name);
    } catch (error) {
      if (error instanceof Error) console.log(error.message);
      yield* sleep(0.1);
    }
  }
  throw new Unavailable("gave up");
}

function* main(): Coroutine<void> {
  console.log(yield* retry("horse"));
  try {
    console.log(yield* retry("unicorn"));
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Unavailable)) throw error;
    console.log("failed at", error.message);
  }
}

await run(main());
