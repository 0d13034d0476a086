async function readFile(name: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  throw new Error(`${name} is a folder`);
}

async function readSettings(): Promise<string> {
  try {
    return await readFile("settings");
  } catch (error) {
    throw new Error("cannot start", { cause: error });
  }
}

try {
  await readSettings();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log(error.message);
  if (error.cause instanceof Error) console.log("because", error.cause.message);
}
