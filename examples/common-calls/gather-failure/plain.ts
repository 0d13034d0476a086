class ConnectionError extends Error {}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function fetchPage(name: string, delay: number, broken = false): Promise<string> {
  await sleep(delay);
  if (broken) {
    throw new ConnectionError(`${name} is down`);
  }
  console.log(name, "arrived");
  return name;
}

async function main(): Promise<void> {
  try {
    await Promise.all([fetchPage("first", 0.1), fetchPage("second", 0.3, true), fetchPage("third", 0.5)]);
  } catch (error) {
    if (!(error instanceof ConnectionError)) {
      throw error;
    }
    console.log(`gather failed: ${error.message}`);
  }
  await sleep(0.4);
  console.log("main ends");
}

await main();
