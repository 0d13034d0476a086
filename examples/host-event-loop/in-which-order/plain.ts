async function answer(): Promise<void> {
  console.log("2: inside, before the await");
  await null;
  console.log("4: inside, after the await");
}

console.log("1: the first line");
setTimeout(() => console.log("7: a timer of 0 milliseconds"), 0);
answer();
queueMicrotask(() => console.log("5: a microtask"));
Promise.resolve().then(() => console.log("6: a then"));
console.log("3: the last line");
