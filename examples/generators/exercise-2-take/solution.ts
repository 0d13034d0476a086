function* letters(): Generator<string, void, void> {
  try {
    yield* "abcdefgh";
  } finally {
    console.log("the source is closed");
  }
}

/** Gives the first few values of the source, then closes it. */
function* take(amount: number, source: Generator<string>): Generator<string, void, void> {
  try {
    for (let left = amount; left > 0; left--) {
      const { value, done } = source.next();
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    source.return(undefined);
  }
}

for (const letter of take(3, letters())) {
  console.log(letter);
}
console.log("done");
