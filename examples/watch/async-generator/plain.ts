async function* countdown(from: number): AsyncGenerator<number> {
  for (let n = from; n > 0; n--) {
    console.log("made", n);
    yield n;
  }
}

const numbers = countdown(2);
console.log("nothing has run yet");
console.log("got", (await numbers.next()).value);
console.log("got", (await numbers.next()).value);
console.log("at its end:", (await numbers.next()).done);
