import { type Coroutine, createTask, Lock, run, sleep, wait } from "asyncio-ts";

const pot = new Lock();
const stove = new Lock();

function* hold(first: Lock, second: Lock, name: string): Coroutine<void> {
  yield* first.with(function* () {
    console.log(name, "has one of the two");
    try {
      yield* sleep(0.2);
      yield* second.with(function* () {
        console.log(name, "has both");
      });
    } finally {
      console.log(name, "gives back");
    }
  });
}

function* radio(): Coroutine<void> {
  yield* sleep(0.4);
  console.log("the radio plays");
}

function* main(): Coroutine<void> {
  const soup = createTask(hold(pot, stove, "the soup"));
  const tea = createTask(hold(stove, pot, "the tea"));
  const playing = createTask(radio());
  yield* wait([soup, tea], { timeout: 0.6 });

  soup.cancel();
  console.log("the soup is called off");
  yield* wait([soup, tea, playing]);
}

await run(main());
