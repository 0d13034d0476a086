import { type Coroutine, Event, run, sleep, taskGroup } from "asyncio-ts";

function* guest(name: string, openDoors: Event): Coroutine<void> {
  console.log(name, "waits outside");
  yield* openDoors.wait();
  console.log(name, "comes in");
}

function* main(): Coroutine<void> {
  const openDoors = new Event();
  yield* taskGroup(function* (group) {
    for (const name of ["Ada", "Bob"]) {
      group.createTask(guest(name, openDoors));
    }
    yield* sleep(0.2);
    console.log("the doors open");
    openDoors.set();
    group.createTask(guest("late Cleo", openDoors));
  });
}

await run(main());
