import { CancelledError, type Coroutine, Event, exceptStar, run, sleep, taskGroup } from "asyncio-ts";

class DeviceError extends Error {}
class InputError extends Error {}

function* check(name: string, powerCut: Event, error: Error): Coroutine<void> {
  try {
    yield* powerCut.wait();
  } catch (cancellation) {
    if (cancellation instanceof CancelledError) {
      console.log(name, "cancelled");
    }
    throw cancellation;
  }
  throw error;
}

function* checkAll(): Coroutine<void> {
  const cut = new Event();
  const never = new Event();
  yield* taskGroup(function* (group) {
    group.createTask(check("disk", cut, new DeviceError("disk is full")));
    group.createTask(check("clock", never, new DeviceError("no clock")));
    group.createTask(check("user", cut, new InputError("name is empty")));
    yield* sleep(0.2);
    cut.set();
  });
}

function* main(): Coroutine<void> {
  const print = (kind: string, errors: readonly Error[]) => {
    for (const error of errors) {
      console.log(`${kind}: ${error.message}`);
    }
  };
  yield* exceptStar(
    checkAll,
    [DeviceError, (group) => print("hardware", group.errors)],
    [InputError, (group) => print("input", group.errors)],
  );
}

await run(main());
