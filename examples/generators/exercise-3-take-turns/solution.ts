function* count(name: string, upto: number): Generator<string, void, void> {
  for (let number = 1; number <= upto; number++) {
    yield `${name} ${number}`;
  }
}

/** One step of each in turn, until all are exhausted. */
function* takeTurns(...generators: Generator<string, void, void>[]): Generator<string, void, void> {
  const waiting = [...generators];
  while (true) {
    const generator = waiting.shift();
    if (generator === undefined) {
      return;
    }
    const { done, value } = generator.next();
    if (done) {
      continue;
    }
    yield value;
    waiting.push(generator);
  }
}

for (const step of takeTurns(count("red", 2), count("blue", 3), count("green", 1))) {
  console.log(step);
}
