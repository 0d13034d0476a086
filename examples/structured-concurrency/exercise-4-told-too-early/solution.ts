const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function book(what: string, milliseconds: number, signal: AbortSignal): Promise<void> {
  console.log("asks for", what);
  await sleep(milliseconds);
  if (signal.aborted) console.log(what, "is called off");
  signal.throwIfAborted();
  if (what === "hotel") throw new Error("no hotel is free");
  console.log(what, "is booked");
}

async function bookAll(): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const both = [book("flight", 200, signal), book("hotel", 100, signal)];
  try {
    await Promise.all(both);
  } catch (error) {
    controller.abort(error);
    await Promise.allSettled(both);
    throw error;
  }
}

try {
  await bookAll();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("told the customer:", error.message);
}
