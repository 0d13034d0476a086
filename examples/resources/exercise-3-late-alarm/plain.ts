// Find the bug: sometimes the alarm rings although the work is over.

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function ask(server: string): Promise<string> {
  await sleep(0.1);
  if (server === "far") throw new Error(`the ${server} server is off`);
  return `answer of the ${server} server`;
}

/** Fails if the work takes longer than that. */
async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      console.log("the alarm rings");
      reject(new Error("took too long"));
    }, seconds * 1000);
  });
  const result = await Promise.race([work, alarm]);
  clearTimeout(timer);
  return result;
}

for (const server of ["near", "far"]) {
  try {
    console.log(await within(0.4, ask(server)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("no answer:", error.message);
  }
}
