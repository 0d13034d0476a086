const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function send(letter: string, signal: AbortSignal): Promise<void> {
  await sleep(300); // looks for the address
  signal.throwIfAborted();
  console.log(letter, "is sent");
}

try {
  await send("the letter", AbortSignal.timeout(100));
} catch {
  console.log("told the customer: too late");
}
await sleep(400);
