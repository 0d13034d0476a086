setTimeout(function timer() {
  console.log("timer");
}, 0);

Promise.resolve()
  .then(function first() {
    console.log("then");
  })
  .then(function second() {
    console.log("the then after it");
  });

queueMicrotask(function micro() {
  console.log("microtask");
});

console.log("the program");
