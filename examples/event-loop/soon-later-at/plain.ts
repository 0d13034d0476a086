async function main(): Promise<void> {
  setTimeout(console.log, 300, "later: 0.3 s from now");
  // The host has no clock to set a timer by: a moment becomes a delay.
  const when = performance.now() + 150;
  const delay = when - performance.now();
  setTimeout(console.log, delay, "at: when the clock says so");
  queueMicrotask(() => console.log("soon: first come,"));
  queueMicrotask(() => console.log("soon: first served"));

  // A timer's id cannot be asked anything. One has to keep note of it.
  const never = setTimeout(console.log, 100, "never");
  clearTimeout(never);
  const cancelled = true;
  console.log("main has the thread until it waits");

  await new Promise((resolve) => setTimeout(resolve, 450));
  console.log("main again, cancelled:", cancelled);
}

await main();
