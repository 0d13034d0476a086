function* fibonacci(): Generator<number, void, void> {
  // Write this: 0, 1, and then always the sum of the last two, without end.
  yield 0;
  yield 1;
}

const numbers = fibonacci();
console.log(...Array.from({ length: 10 }, () => numbers.next().value));
