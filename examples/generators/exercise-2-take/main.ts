function* letters(): Generator<string, void, void> {
  try {
    yield* "abcdefgh";
  } finally {
    console.log("the source is closed");
  }
}

/** Gives the first few values of the source, then closes it. */
function* take(amount: number, source: Generator<string>): Generator<string, void, void> {
  // Write this. So far it gives everything, however many were wanted.
  if (amount > 0) {
    yield* source;
  }
}

for (const letter of take(3, letters())) {
  console.log(letter);
}
console.log("done");
