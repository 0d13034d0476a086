import { type Coroutine, createTask, run, sleep, type Task, wait } from "asyncio-ts";

function* download(): Coroutine<void> {
  try {
    yield* sleep(60);
  } finally {
    console.log("the download stops");
    yield* sleep(0.2);
    console.log("the file is removed");
  }
}

function* show(downloading: Task<void>): Coroutine<void> {
  try {
    yield* downloading;
  } finally {
    console.log("the window is closed");
  }
}

function* main(): Coroutine<void> {
  const downloading = createTask(download());
  const showing = createTask(show(downloading));
  yield* sleep(0.2);

  showing.cancel();
  console.log("the reader has left");
  yield* wait([downloading, showing]);
  console.log("both tasks have ended");
}

await run(main());
