// Change only how each line is scheduled, so that the numbers come in order.
setTimeout(() => console.log("four"), 0);
console.log("two");
Promise.resolve().then(() => console.log("three"));
queueMicrotask(() => console.log("one"));
