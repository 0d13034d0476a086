function* average(): Generator<number | undefined, never, number> {
  let total = 0;
  let count = 0;
  let result: number | undefined;
  while (true) {
    const number = yield result;
    total += number;
    count++;
    result = total / count;
  }
}

const running = average();
running.next(0); // up to the first yield: this value is lost
for (const number of [10, 20, 60]) {
  console.log("in:", number, "out:", running.next(number).value?.toFixed(0));
}
