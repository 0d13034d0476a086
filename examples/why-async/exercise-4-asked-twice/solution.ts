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

const pages = [...milliseconds.keys()];
for (const text of await Promise.all(pages.map((page) => load(page)))) {
  console.log(text);
}
console.log("that was all");
