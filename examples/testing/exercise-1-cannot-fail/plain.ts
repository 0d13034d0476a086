// There is a mistake in it, but it is not the one to be corrected here.
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
  // Find the bug: this test passes although nothing is refused.
  try {
    await save("");
  } catch (error) {
    if (!(error instanceof Error)) throw new Error("expected an Error");
  }
});
