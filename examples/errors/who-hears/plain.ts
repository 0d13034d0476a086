import { setTimeout as sleep } from "node:timers/promises";

process.on("unhandledRejection", (reason) => {
  console.log("  nobody caught it:", reason instanceof Error ? reason.message : reason);
});

async function save(file: string): Promise<void> {
  await sleep(50);
  throw new Error(`no room for ${file}`);
}

async function tryOut(title: string, work: () => unknown): Promise<void> {
  console.log(title);
  try {
    await work();
    console.log("  looks well");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("  caught:", error.message);
  }
  await sleep(200);
}

await tryOut("await", async () => {
  await save("notes");
});
await tryOut("no await", async () => {
  save("notes");
});
await tryOut("forEach", () => {
  ["notes"].forEach(async (file) => {
    await save(file);
  });
});
await tryOut("a timer", () => {
  setTimeout(async () => {
    await save("notes");
  }, 10);
});
await tryOut("allSettled, unread", async () => {
  await Promise.allSettled([save("notes")]);
});
