function* countFrom(start: number): Generator<number, void, void> {
  let number = start;
  try {
    while (true) {
      yield number;
      number++;
    }
  } finally {
    console.log("a counter is closed");
  }
}

const small = countFrom(1);
const large = countFrom(1000);
const take = (counter: Generator<number>) => counter.next().value;
console.log(take(small), take(small), take(large), take(small), take(large));

for (const number of small) {
  if (number > 6) {
    break; // This closes the generator, too.
  }
  console.log("from a loop:", number);
}

console.log("the other one still counts:", take(large));
large.return();
