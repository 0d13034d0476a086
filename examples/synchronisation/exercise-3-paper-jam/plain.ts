let last: Promise<unknown> = Promise.resolve();

// Find the bug: after a paper jam nothing is ever printed again.
function oneAtATime(work: () => Promise<string>): Promise<string> {
  const turn = last.then(work);
  last = turn;
  return turn;
}

async function print(page: string): Promise<string> {
  console.log(page, "goes in");
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(page, "is out again");
  if (page === "photo") throw new Error("paper jam");
  return "printed";
}

const pages = ["letter", "photo", "map"];
const outcomes = await Promise.allSettled(pages.map((page) => oneAtATime(() => print(page))));
for (const [index, outcome] of outcomes.entries()) {
  console.log(pages[index], outcome.status === "fulfilled" ? outcome.value : outcome.reason.message);
}
