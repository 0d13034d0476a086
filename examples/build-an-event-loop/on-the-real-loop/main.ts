import { type Coroutine, createTask, getRunningLoop, run, sleep } from "asyncio-ts";

function* talk(port: MessagePort): Coroutine<string> {
  yield* sleep(0.3);
  port.postMessage("hello");
  return "sent";
}

function* main(): Coroutine<void> {
  const { port1: here, port2: there } = new MessageChannel();
  const message = getRunningLoop().createFuture<string>();
  here.onmessage = ({ data }) => message.setResult(data);
  const talking = createTask(talk(there), { name: "talk" });
  console.log("received:", yield* message);
  console.log("talk says:", yield* talking);
  here.close();
}

await run(main());
