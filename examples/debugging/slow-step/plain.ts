import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

function calculate(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
await sleep(100);
calculate(400);
await sleep(100);
delay.disable();

const longest = delay.max / 1e9;
console.warn(`longest delay: ${longest.toFixed(2)} s`);
console.log("the loop stood still for 0.3 s or more:", longest >= 0.3);
