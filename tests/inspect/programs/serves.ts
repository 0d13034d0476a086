/** An HTTP server whose every answer is a task; its own clients ask it fifty times at once, then it waits to be ended. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Coroutine, createTask, EventLoop, sleep } from "asyncio-ts";

const loop = new EventLoop();
function* answer(path: string): Coroutine<string> {
  yield* sleep(0.01);
  return `answer to ${path}`;
}

const server = createServer((request, response) => {
  const task = loop.createTask(answer(request.url ?? ""), { name: request.url ?? "" });
  task.addDoneCallback(() => response.end(task.result()));
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;

function* forever(): Coroutine<void> {
  createTask(sleep(0));
  yield* sleep(1e6);
}
void loop.runUntilComplete(forever());
const answers = await Promise.all(
  Array.from({ length: 50 }, async (_, index) => (await fetch(`http://127.0.0.1:${port}/${index}`)).text()),
);
console.log(answers.length, answers[49]);
