let isOpen = true;

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function write(page: string, delay: number): Promise<void> {
  await sleep(delay);
  if (page === "second") throw new Error(`no ink for the ${page} page`);
  console.log(`the ${page} page is`, isOpen ? "written" : "lost");
}

async function main(): Promise<void> {
  const pages = [write("first", 0.1), write("second", 0.3), write("third", 0.5)];
  for (const page of await Promise.allSettled(pages)) {
    if (page.status === "rejected") console.log("failed:", page.reason.message);
  }
  isOpen = false;
  console.log("the book is closed");
}

await main();
