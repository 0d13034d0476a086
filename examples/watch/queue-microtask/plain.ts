queueMicrotask(function first() {
  console.log("first");
  queueMicrotask(function third() {
    console.log("third, queued by the first");
  });
});

queueMicrotask(function second() {
  console.log("second");
});

console.log("the program goes on to its end");
