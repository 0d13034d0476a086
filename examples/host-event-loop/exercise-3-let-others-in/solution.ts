async function addUp(limit: number): Promise<number> {
  let sum = 0;
  for (let number = 1; number <= limit; number++) {
    sum += number;
    if (number % 25 === 0) {
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  return sum;
}

setTimeout(() => console.log("somebody pressed a key"), 0);
console.log("sum:", await addUp(50));
