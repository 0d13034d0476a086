const milliseconds = new Map([
  ["the news", 300],
  ["the weather", 100],
  ["the sport", 200],
]);

async function load(page: string): Promise<string> {
  console.log("asks for", page);
  await new Promise((resolve) => setTimeout(resolve, milliseconds.get(page)));
  return `${page} is here`;
}

// Find the bug: all three are asked for at once, and then once more.
const pages = [...milliseconds.keys()];
await Promise.all(pages.map((page) => load(page)));
for (const page of pages) {
  console.log(await load(page));
}
console.log("that was all");
