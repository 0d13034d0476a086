function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function fetchPage(name: string, delay: number, broken = false): Promise<string> {
  await sleep(delay);
  if (broken) {
    throw new Error(`${name} is down`);
  }
  return name;
}

async function main(): Promise<void> {
  const outcomes = await Promise.allSettled([
    fetchPage("first", 0.1),
    fetchPage("second", 0.2, true),
    fetchPage("third", 0.3),
  ]);
  console.log(outcomes.length, "done,", 0, "pending");
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") {
      console.log(`failed: ${outcome.reason.message}`);
    } else {
      console.log(`arrived: ${outcome.value}`);
    }
  }
}

await main();
