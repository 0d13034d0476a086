const shelf: string[] = [];

async function save(text: string): Promise<void> {
  await Promise.resolve();
  shelf.push(text);
}

async function isAllowed(name: string): Promise<boolean> {
  return name === "Ada";
}

save("a letter");
console.log("on the shelf:", shelf.length);

const guests = ["Ada", "Eve"].filter(isAllowed);
console.log("let in:", guests.join(" and "));

await save("a card");
console.log("on the shelf:", shelf.length);
