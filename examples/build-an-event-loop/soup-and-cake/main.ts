type Coroutine = Generator<void, void, void>;

const ready: Coroutine[] = [];

function run(): void {
  for (let next = ready.shift(); next; next = ready.shift()) {
    const { done } = next.next();
    if (!done) ready.push(next);
  }
}

function* cook(dish: string): Coroutine {
  console.log(dish, "is begun");
  yield;
  console.log(dish, "is cooked");
}

function* order(): Coroutine {
  ready.push(cook("soup"));
  console.log("soup is ordered");
  yield;
  ready.push(cook("cake"));
  console.log("cake is ordered");
  yield* cook("tea");
}

ready.push(order());
run();
