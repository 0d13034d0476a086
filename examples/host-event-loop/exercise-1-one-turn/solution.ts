setTimeout(() => console.log("four"), 0);
queueMicrotask(() => console.log("two"));
Promise.resolve().then(() => console.log("three"));
console.log("one");
