function* greeting(): Generator<string, string, void> {
  console.log("  (begins)");
  yield "hello";
  console.log("  (goes on)");
  yield "world";
  console.log("  (ends)");
  return "goodbye";
}

const words = greeting();
console.log("made, nothing has run");
console.log(words.next().value);
console.log(words.next().value);
const { done, value } = words.next();
if (done) {
  console.log("exhausted:", value);
}
