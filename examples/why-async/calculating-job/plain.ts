/** Never waits: it keeps the processor until it is finished. */
async function countPrimes(upto: number): Promise<number> {
  let count = 0;
  for (let number = 2; number < upto; number++) {
    let d = 2;
    while (d * d <= number && number % d !== 0) {
      d += 1;
    }
    if (d * d > number) {
      count += 1;
    }
  }
  return count;
}

async function main(): Promise<void> {
  const jobs = [6000, 7000, 8000, 9000];
  const sequential: number[] = [];
  const concurrent: number[] = [];
  let oneByOne: number[] = [];
  let atOnce: number[] = [];

  // One round takes a few milliseconds only, so we take the best of many.
  for (let round = 0; round < 40; round++) {
    let start = performance.now();
    oneByOne = [];
    for (const job of jobs) {
      oneByOne.push(await countPrimes(job));
    }
    sequential.push(performance.now() - start);

    start = performance.now();
    atOnce = await Promise.all(jobs.map((job) => countPrimes(job)));
    concurrent.push(performance.now() - start);
  }

  console.log("primes:", ...atOnce);
  console.log("same answers:", `${oneByOne}` === `${atOnce}`);
  // Measured here and now, so it goes to the error output.
  console.warn(`one by one: ${Math.min(...sequential).toFixed(1)} ms`);
  console.warn(`on the loop: ${Math.min(...concurrent).toFixed(1)} ms`);
}

await main();
