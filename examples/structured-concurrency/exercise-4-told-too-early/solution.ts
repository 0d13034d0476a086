const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function book(what: string, milliseconds: number): Promise<void> {
  await sleep(milliseconds);
  if (what === "hotel") throw new Error("no hotel is free");
  console.log(what, "is booked");
}

async function bookAll(): Promise<void> {
  const outcomes = await Promise.allSettled([book("flight", 200), book("hotel", 100)]);
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
}

try {
  await bookAll();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("told the customer:", error.message);
}
