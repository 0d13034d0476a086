function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function work(steps: number, giveWay: () => Promise<void>): Promise<void> {
  let timers = 0;
  const heart = setInterval(() => {
    timers += 1;
  }, 0);
  for (let step = 0; step < steps; step++) {
    await giveWay();
  }
  clearInterval(heart);
  console.log(timers === 0 ? "no timer got in between" : "timers got in between");
}

await work(10_000, () => Promise.resolve());
await work(10, nextTask);
