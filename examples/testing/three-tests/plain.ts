const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function test(name: string, body: () => Promise<unknown>): Promise<void> {
  await body();
  console.log("passes:", name);
}

test("a slow one", () => sleep(400));
test("a quick one", () => sleep(200));
await test("one without a wait", async () => {});
console.log("the report is written");
