async function addUp(limit: number): Promise<number> {
  let sum = 0;
  for (let number = 1; number <= limit; number++) {
    sum += number;
    // Change this: let the timers run now and then.
    await Promise.resolve();
  }
  return sum;
}

setTimeout(() => console.log("somebody pressed a key"), 0);
console.log("sum:", await addUp(50));
