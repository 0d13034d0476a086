async function readFile(name: string): Promise<string> {
  throw new Error(`${name} is a folder`);
}

async function readSettings(): Promise<string> {
  try {
    return await readFile("settings");
  } catch (error) {
    throw new Error("cannot read the settings", { cause: error });
  }
}

try {
  await readSettings();
} catch (error) {
  for (let each = error; each instanceof Error; each = each.cause) {
    console.log(each.message);
  }
}
