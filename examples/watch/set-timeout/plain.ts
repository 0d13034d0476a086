setTimeout(function late() {
  console.log("after 400 ms");
}, 400);

setTimeout(function early() {
  console.log("after 200 ms");
  setTimeout(function nested() {
    console.log("400 ms after that");
  }, 400);
}, 200);

const never = setTimeout(() => console.log("never"), 300);
clearTimeout(never);

console.log("three timers are set");
