async function save(text: string): Promise<void> {
  console.log(text, "is being saved");
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(text, "is on the disk");
}

// Find the bug: it says that all is saved, and nothing is.
function saveTidily(text: string): Promise<void> {
  return Promise.resolve(text.trim()).then((tidy) => {
    save(tidy);
  });
}

await saveTidily("  a letter  ");
await saveTidily("  a list  ");
console.log("all is saved");
