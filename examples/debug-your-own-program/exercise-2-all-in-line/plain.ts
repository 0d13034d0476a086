const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let last: Promise<void> = Promise.resolve();

/** Runs one piece of work at a time, in the order of asking. */
function oneAtATime(work: () => Promise<void>): Promise<void> {
  last = last.then(work);
  return last;
}

async function load(page: string, milliseconds: number): Promise<string> {
  await sleep(milliseconds);
  console.log("loaded:", page);
  return `text of ${page}`;
}

/** The file takes one at a time. */
async function append(text: string): Promise<void> {
  console.log("writes the", text);
  await sleep(500);
  console.log("wrote the", text);
}

// Find the bug: the quick pages wait for the slow one.
async function save(page: string, milliseconds: number): Promise<void> {
  await oneAtATime(async () => {
    await append(await load(page, milliseconds));
  });
}

await Promise.all([save("/archive", 950), save("/news", 200), save("/about", 400)]);
console.log("all is saved");
