async function load(page: string): Promise<string> {
  console.log("asks for", page);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return `${page} is here`;
}

// Find the bug: all three are asked for at once, and then once more.
const pages = ["the news", "the weather", "the sport"];
await Promise.all(pages.map((page) => load(page)));
for (const page of pages) {
  console.log(await load(page));
}
console.log("that was all");
