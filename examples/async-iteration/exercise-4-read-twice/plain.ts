const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function* loadPages(): AsyncGenerator<string> {
  for (const page of ["the title", "the story"]) {
    await sleep(100);
    yield page;
  }
}

// Find the bug: the pages are counted, and then nobody can read them.
const pages = loadPages();
let count = 0;
for await (const page of pages) {
  if (page !== "") count++;
}
console.log("pages:", count);
for await (const page of pages) {
  console.log("reads", page);
}
console.log("the end");
