import { aclosing, type Coroutine, run, sleep } from "asyncio-ts";

class Connection {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  *aclose(): Coroutine<void> {
    yield* sleep(0.2);
    console.log("closed", this.name);
  }
}

function* connect(name: string): Coroutine<Connection> {
  yield* sleep(0.2);
  console.log("opened", name);
  return new Connection(name);
}

function* main(): Coroutine<void> {
  yield* aclosing(yield* connect("database"), function* (database) {
    yield* aclosing(yield* connect("mail"), function* (mail) {
      console.log("using", database.name, "and", mail.name);
      throw new Error("address is wrong");
    });
  });
}

try {
  await run(main());
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("failed:", error.message);
}
