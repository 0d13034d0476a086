import { type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

function* read(table: string): Coroutine<string> {
  yield* sleep(0.4); // the database
  return `${table}.csv`;
}

function* write(file: string): Coroutine<void> {
  yield* sleep(0.2); // the disk
  console.log("wrote", file);
}

function* main(): Coroutine<void> {
  yield* taskGroup(function* (group) {
    for (const table of ["orders", "invoices", "customers"]) {
      const file = yield* read(table);
      group.createTask(write(file), { name: file });
    }
  });
  console.log("exported");
}

await run(main());
