import { CancelledError, type Coroutine, Event, ExceptionGroup, run, sleep, taskGroup } from "asyncio-ts";

class DeviceError extends Error {}
class InputError extends Error {}

function* check(name: string, powerCut: Event, error: Error): Coroutine<void> {
  try {
    yield* powerCut.wait();
  } catch (cancellation) {
    if (cancellation instanceof CancelledError) console.log(name, "cancelled");
    throw cancellation;
  }
  throw error;
}

function* main(): Coroutine<void> {
  const cut = new Event();
  const never = new Event();
  try {
    yield* taskGroup(function* (group) {
      group.createTask(check("disk", cut, new DeviceError("disk is full")));
      group.createTask(check("clock", never, new DeviceError("no clock")));
      group.createTask(check("user", cut, new InputError("name is empty")));
      yield* sleep(0.2);
      cut.set();
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    for (const each of error.exceptions) {
      if (each instanceof DeviceError) console.log(`hardware: ${each.message}`);
      else if (each instanceof InputError) console.log(`input: ${each.message}`);
      else throw error;
    }
  }
}

await run(main());
