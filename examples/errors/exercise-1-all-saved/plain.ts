async function save(file: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (file === "todo") throw new Error(`no room for ${file}`);
}

async function saveAll(files: string[]): Promise<void> {
  try {
    // Find the bug: one file was not saved, and nobody is told.
    await Promise.allSettled(files.map(save));
    console.log("all saved");
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    for (const each of error.errors) console.log("not saved:", each.message);
  }
}

await saveAll(["notes", "letter"]);
await saveAll(["notes", "todo"]);
