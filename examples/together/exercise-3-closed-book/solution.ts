let isOpen = true;

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function write(page: string, delay: number): Promise<void> {
  await sleep(delay);
  if (page === "second") throw new Error(`no ink for the ${page} page`);
  console.log(`the ${page} page is`, isOpen ? "written" : "lost");
}

async function fillBook(): Promise<void> {
  const pages = [write("first", 0.1), write("second", 0.3), write("third", 0.5)];
  try {
    await Promise.all(pages);
  } finally {
    await Promise.allSettled(pages);
    isOpen = false;
    console.log("the book is closed");
  }
}

async function main(): Promise<void> {
  try {
    await fillBook();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("failed:", error.message);
  }
}

await main();
