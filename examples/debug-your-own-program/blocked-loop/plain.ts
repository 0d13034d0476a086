function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Stands for any calculation that takes long. */
function addUp(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

async function report(): Promise<void> {
  await sleep(0.2); // the orders of a year, from the database
  addUp(0.8);
  console.log("200 /report");
}

async function health(): Promise<void> {
  await sleep(0.4); // the database says that it is well
  console.log("200 /health");
}

await Promise.all([report(), health()]);
