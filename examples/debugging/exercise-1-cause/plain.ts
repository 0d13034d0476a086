async function readFile(name: string): Promise<string> {
  throw new Error(`${name} is a folder`);
}

async function readSettings(): Promise<string> {
  try {
    return await readFile("settings");
  } catch {
    // Find the bug: the real reason is lost.
    throw new Error("cannot read the settings");
  }
}

try {
  await readSettings();
} catch (error) {
  for (let each = error; each instanceof Error; each = each.cause) {
    console.log(each.message);
  }
}
