async function main(): Promise<void> {
  let resolve: (value: number) => void = () => {};
  const promise = new Promise<number>((settle) => {
    resolve = settle;
  });
  promise.then((value) => console.log("first callback:", value));
  promise.then((value) => console.log("second callback:", value));

  resolve(42);
  console.log("the result is set");

  promise.then((value) => console.log("added when done:", value));
  console.log("one more is added");

  await new Promise((next) => setTimeout(next, 0));
  console.log("after one iteration");
}

await main();
