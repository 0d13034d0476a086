function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function save(file: string, seconds: number): Promise<void> {
  await sleep(seconds);
  throw new Error(`no room for ${file}`);
}

try {
  await Promise.all([save("notes", 0.2), save("todo", 0.4)]);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("the first one:", error.message);
}
await sleep(0.4);

console.log("all of them:");
const outcomes = await Promise.allSettled([save("notes", 0.2), save("todo", 0.4)]);
for (const outcome of outcomes) {
  if (outcome.status === "rejected") console.log("-", outcome.reason.message);
}
