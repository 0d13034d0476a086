const ready: (() => void)[] = [];

class Future {
  readonly #callbacks: (() => void)[] = [];

  addDoneCallback(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  setResult(): void {
    ready.push(...this.#callbacks);
  }
}

const future = new Future();
future.addDoneCallback(() => console.log("the guest drinks"));

ready.push(() => {
  console.log("the cook pours the tea");
  future.setResult();
  console.log("the cook goes home");
});
ready.push(() => console.log("the waiter bows"));

for (let next = ready.shift(); next; next = ready.shift()) {
  next();
}
