const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function save(file: string, ms: number): Promise<string> {
  await sleep(ms);
  if (file === "b.txt") {
    throw new Error("the disk is full");
  }
  return `${file} is saved`;
}

const results = await Promise.allSettled([save("a.txt", 400), save("b.txt", 200)]);
for (const result of results) {
  console.log(result.status === "fulfilled" ? result.value : String(result.reason));
}
