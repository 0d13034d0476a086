const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function ask(server: string, ms: number): Promise<string> {
  await sleep(ms);
  if (server === "Rome") {
    throw new Error("no answer");
  }
  console.log(server, "has answered");
  return server;
}

console.log(
  "the first that did not fail:",
  await Promise.any([ask("Rome", 200), ask("Oslo", 400), ask("Lima", 600)]),
);
