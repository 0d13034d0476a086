async function save(name: string): Promise<void> {
  await null;
  if (name === "Eve") {
    throw new Error("no room for Eve");
  }
  console.log("saved", name);
}

async function saveAll(): Promise<void> {
  try {
    await Promise.race([save("Ada"), save("Eve")]);
    console.log("done, without an error");
  } catch (error) {
    console.log("never seen:", String(error));
  }
}

await saveAll();
