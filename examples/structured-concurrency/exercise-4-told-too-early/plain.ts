const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function book(what: string, milliseconds: number): Promise<void> {
  await sleep(milliseconds);
  if (what === "hotel") throw new Error("no hotel is free");
  console.log(what, "is booked");
}

// Find the bug: the customer hears of nothing, and then gets a flight.
async function bookAll(): Promise<void> {
  const flight = book("flight", 200);
  const hotel = book("hotel", 100);
  await hotel;
  await flight;
}

try {
  await bookAll();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("told the customer:", error.message);
}
