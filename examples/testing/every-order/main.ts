import { type Coroutine, EventLoop, gather, run, sleep, VirtualClock } from "asyncio-ts";

function* transfers(delays: number[]): Coroutine<number> {
  let balance = 100;
  function* add(amount: number, [read, write]: number[]): Coroutine<void> {
    yield* sleep(read ?? 0);
    const before = balance;
    yield* sleep(write ?? 0);
    balance = before + amount;
  }
  yield* gather(add(10, delays.slice(0, 2)), add(5, delays.slice(2)));
  return balance;
}

for (const delays of [
  [1, 1, 3, 1],
  [3, 1, 1, 1],
  [1, 3, 2, 1],
  [2, 1, 1, 3],
]) {
  const loopFactory = () => new EventLoop({ clock: new VirtualClock() });
  const balance = await run(transfers(delays), { loopFactory });
  console.log(delays.join(" "), "->", balance === 115 ? balance : `${balance}, money is lost`);
}
