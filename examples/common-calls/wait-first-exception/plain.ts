function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function step(name: string, delay: number, broken = false): Promise<string> {
  await sleep(delay);
  if (broken) {
    throw new Error(`${name} went wrong`);
  }
  return name;
}

async function main(): Promise<void> {
  for (const broken of [false, true]) {
    const steps = [step("wash", 0.1), step("cut", 0.3, broken), step("cook", 0.6)];
    let done = 0;
    for (const each of steps) {
      const count = () => done++;
      void each.then(count, count);
    }
    let failure = "";
    try {
      await Promise.all(steps);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      failure = error.message;
    }
    console.log(done, "done,", steps.length - done, "pending");
    if (failure !== "") {
      console.log(`failed: ${failure}`);
    }
    // What is pending goes on: there is no way to cancel it.
  }
}

await main();
