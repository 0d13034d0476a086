function* letters(): Generator<string, void, void> {
  try {
    yield* "abcdefgh";
  } finally {
    console.log("the source is closed");
  }
}

/** Gives the first few values of the source, then closes it. */
function* take(amount: number, source: Generator<string>): Generator<string, void, void> {
  let left = amount;
  for (const value of source) {
    yield value;
    if (--left === 0) {
      break;
    }
  }
}

for (const letter of take(3, letters())) {
  console.log(letter);
}
console.log("done");
