type Coroutine = Generator<void, void, void>;

const ready: Coroutine[] = [];

function run(): void {
  while (true) {
    const coroutine = ready.shift();
    if (coroutine === undefined) {
      return;
    }
    const { done } = coroutine.next();
    if (!done) {
      ready.push(coroutine);
    }
  }
}

function* count(name: string, upto: number): Coroutine {
  for (let number = 1; number <= upto; number++) {
    console.log(name, number);
    yield;
  }
  console.log(name, "is done");
}

ready.push(count("tick", 2));
ready.push(count("tock", 3));
run();
