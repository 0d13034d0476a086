function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function save(name: string, broken = false): Promise<string> {
  await sleep(0.3);
  if (broken) {
    throw new Error(`no room for ${name}`);
  }
  console.log(name, "is on disk");
  return name;
}

async function main(): Promise<void> {
  const saving = save("report");
  const winner = await Promise.race([saving, sleep(0.1)]);
  if (winner === undefined) {
    console.log("not waiting any longer");
  }
  console.log("saved", await saving);

  try {
    await save("film", true);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`failed: ${error.message}`);
  }
}

await main();
