async function answer(): Promise<void> {
  console.log("inside, before the await");
  await Promise.resolve();
  console.log("inside, after the await");
}

console.log("the first line");
setTimeout(() => console.log("a timer of 0 milliseconds"), 0);
answer();
queueMicrotask(() => console.log("a microtask"));
Promise.resolve().then(() => console.log("a then"));
console.log("the last line");
