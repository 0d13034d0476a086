import { aclosing, type Coroutine, run, sleep } from "asyncio-ts";

class Draft {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    console.log("opened", name);
  }

  *aclose(): Coroutine<void> {
    yield* sleep(0.2);
    console.log("closed", this.name);
  }
}

function* main(): Coroutine<void> {
  for (const name of ["the letter", "the list"]) {
    yield* aclosing(new Draft(name), function* (draft) {
      console.log("wrote", draft.name);
    });
  }
  console.log("all is written");
}

await run(main());
