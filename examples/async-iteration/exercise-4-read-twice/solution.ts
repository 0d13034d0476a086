const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function* loadPages(): AsyncGenerator<string> {
  for (const page of ["the title", "the story"]) {
    await sleep(100);
    yield page;
  }
}

const pages: string[] = [];
for await (const page of loadPages()) {
  pages.push(page);
}
console.log("pages:", pages.length);
for (const page of pages) {
  console.log("reads", page);
}
console.log("the end");
