const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

setTimeout(console.log, 200, "tea, set for 0.2 s");
setTimeout(console.log, 100, "milk, set for 0.1 s");

const end = performance.now() + 300;
while (performance.now() < end) {}
console.log("the sum is done");

queueMicrotask(() => console.log("a note, to be read soon"));
await sleep(200);
