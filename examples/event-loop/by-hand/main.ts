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

loop.setExceptionHandler((_loop, context) => {
  console.log(`reported: ${(context.exception as Error).message}`);
});
loop.callSoon(countDown, 2);
loop.callSoon(fail);
console.log("scheduled, not run: running?", loop.isRunning() ? "yes" : "no");
await loop.runForever();
console.log("stopped: running?", loop.isRunning() ? "yes" : "no");
loop.close();
