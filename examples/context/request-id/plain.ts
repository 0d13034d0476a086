type Log = (text: string) => void;

async function readPrice(item: string, log: Log): Promise<number> {
  log(`looks for ${item}`);
  await new Promise((resolve) => setTimeout(resolve, item.length * 100));
  return item.length;
}

async function handle(id: string, items: string[]): Promise<void> {
  const log: Log = (text) => console.log(`[${id}] ${text}`);
  let total = 0;
  for (const item of items) total += await readPrice(item, log);
  log(`costs ${total}`);
}

await Promise.all([handle("A", ["tea", "milk"]), handle("B", ["lemon"])]);
