const links: Record<string, string[]> = { home: ["news", "shop"], news: ["archive"] };

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** As much of a group as this takes: it grows while it is being waited for. */
class Group {
  readonly #children = new Set<Promise<void>>();
  #closed = false;

  start(child: () => Promise<void>): void {
    if (this.#closed) {
      throw new Error("closed");
    }
    const promise = child().finally(() => this.#children.delete(promise));
    this.#children.add(promise);
  }

  async join(): Promise<void> {
    while (this.#children.size > 0) {
      await Promise.all(this.#children);
    }
    this.#closed = true;
  }
}

async function visit(page: string, group: Group): Promise<void> {
  await sleep(0.1);
  console.log("visited", page);
  for (const link of links[page] ?? []) {
    group.start(() => visit(link, group));
  }
}

async function crawl(start: string): Promise<void> {
  const group = new Group();
  group.start(() => visit(start, group));
  await group.join();
  console.log("all pages visited");

  try {
    group.start(() => visit("late", group));
  } catch {
    console.log("the group is closed");
  }
}

await crawl("home");
