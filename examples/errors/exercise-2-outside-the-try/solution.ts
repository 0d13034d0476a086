async function ask(server: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (server === "old") throw new Error("old server is off");
  return `answer of the ${server} server`;
}

async function askEither(): Promise<string> {
  try {
    return await ask("old");
  } catch {
    return ask("new");
  }
}

try {
  console.log(await askEither());
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("no answer:", error.message);
}
