const disk: string[] = [];

async function save(text: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  disk.push(text);
}

function saveTidily(text: string): Promise<void> {
  return Promise.resolve(text.trim()).then((tidy) => save(tidy));
}

await saveTidily("  a letter  ");
console.log("saved:", disk.join(", ") || "nothing");
