async function sleep(seconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function openFile(name: string): Promise<string> {
  await sleep(0.1);
  if (name === "locked.txt") throw new Error(`${name} cannot be opened`);
  console.log("opened", name);
  return name;
}

async function close(file: string): Promise<void> {
  await sleep(0.1);
  console.log("closed", file);
}

async function openAll(names: string[]): Promise<AsyncDisposableStack> {
  await using stack = new AsyncDisposableStack();
  for (const name of names) {
    const file = await openFile(name);
    stack.defer(() => close(file));
  }
  return stack.move();
}

try {
  await openAll(["a.txt", "b.txt", "locked.txt"]);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log(error.message);
}
await using _ = await openAll(["c.txt", "d.txt"]);
console.log("all are open");
