async function load(page: string): Promise<string> {
  console.log("asks for", page);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return `${page} is here`;
}

const pages = ["the news", "the weather", "the sport"];
for (const text of await Promise.all(pages.map((page) => load(page)))) {
  console.log(text);
}
console.log("that was all");
