function* fibonacci(): Generator<number, void, void> {
  let a = 0;
  let b = 1;
  while (true) {
    yield a;
    [a, b] = [b, a + b];
  }
}

const numbers = fibonacci();
console.log(...Array.from({ length: 10 }, () => numbers.next().value));
