const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function book(what: string, milliseconds: number, signal: AbortSignal): Promise<void> {
  console.log("asks for", what);
  await sleep(milliseconds);
  if (signal.aborted) console.log(what, "is called off");
  signal.throwIfAborted();
  if (what === "hotel") throw new Error("no hotel is free");
  console.log(what, "is booked");
}

// Find the bug: the customer hears of nothing, and then gets a flight.
async function bookAll(): Promise<void> {
  const { signal } = new AbortController();
  const flight = book("flight", 200, signal);
  const hotel = book("hotel", 100, signal);
  await hotel;
  await flight;
}

try {
  await bookAll();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("told the customer:", error.message);
}
