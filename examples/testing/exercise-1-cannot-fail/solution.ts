async function save(name: string): Promise<void> {
  if (name === " ") throw new Error("a name is needed");
}

async function test(name: string, body: () => Promise<void>): Promise<void> {
  try {
    await body();
    console.log("passes:", name);
  } catch (error) {
    console.log("FAILS:", name);
    if (error instanceof Error) console.log(" ", error.message);
  }
}

await test("an empty name is refused", async () => {
  const [outcome] = await Promise.allSettled([save("")]);
  if (outcome.status === "fulfilled") throw new Error("expected a rejection");
  if (!(outcome.reason instanceof Error)) throw new Error("expected an Error");
});
