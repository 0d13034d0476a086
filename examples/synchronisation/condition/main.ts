import { Condition, type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

const stock: number[] = [];
const condition = new Condition();

function* consumer(name: string, wanted: number): Coroutine<void> {
  yield* condition.with(function* () {
    yield* condition.waitFor(() => stock.length >= wanted);
    const taken = stock.splice(0, wanted);
    console.log(name, "takes", ...taken);
  });
}

function* main(): Coroutine<void> {
  yield* taskGroup(function* (group) {
    group.createTask(consumer("big order", 3));
    group.createTask(consumer("small order", 1));
    for (let box = 1; box < 5; box++) {
      yield* sleep(0.1);
      yield* condition.with(function* () {
        stock.push(box);
        console.log("delivered", box);
        condition.notifyAll();
      });
    }
  });
}

await run(main());
