import { EventLoop } from "asyncio-ts";

const loop = new EventLoop();

function fail(): void {
  throw new RangeError("a callback failed");
}

function countDown(number: number): void {
  console.log(number);
  if (number === 0) {
    loop.stop();
    return;
  }
  loop.callLater(0.05, countDown, number - 1);
}

loop.setExceptionHandler((_loop, { exception }) => {
  if (exception instanceof Error) console.log("reported:", exception.message);
});
loop.callSoon(countDown, 2);
loop.callSoon(fail);
console.log("scheduled, not run: running?", loop.isRunning());
await loop.runForever();
console.log("stopped: running?", loop.isRunning());
loop.close();
