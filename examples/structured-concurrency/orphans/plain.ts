/** A sleep that a signal can end. */
function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

async function upload(name: string, delay: number, broken = false, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(delay, signal);
    if (broken) {
      throw new Error(`${name} failed`);
    }
    console.log("  uploaded", name);
  } catch (error) {
    if (signal?.aborted) {
      console.log("  cancelled", name);
    }
    throw error;
  }
}

async function withAll(): Promise<void> {
  await Promise.all([upload("a", 0.1, true), upload("b", 0.5)]);
}

/** What a group does, by hand: stop the others, wait for all, then fail. */
async function withGroup(): Promise<void> {
  const controller = new AbortController();
  const children = [upload("a", 0.1, true, controller.signal), upload("b", 0.5, false, controller.signal)];
  for (const child of children) {
    child.catch(() => controller.abort());
  }
  const outcomes = await Promise.allSettled(children);
  if (outcomes.some(({ status }) => status === "rejected")) {
    throw new Error("failed");
  }
}

async function main(): Promise<void> {
  for (const attempt of [withAll, withGroup]) {
    console.log(attempt === withAll ? "gather:" : "group:");
    try {
      await attempt();
    } catch {
      console.log("  told the user: nothing was uploaded");
    }
    await sleep(0.6);
  }
}

await main();
