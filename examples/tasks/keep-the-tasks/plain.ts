async function measure(city: string, delay: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, delay * 1000));
  if (city === "Atlantis") {
    throw new RangeError("no such city: Atlantis");
  }
  return `${city} has ${city.length} letters`;
}

async function main(): Promise<void> {
  const promises = [measure("Lima", 0.15), measure("Atlantis", 0.05), measure("Quito", 0.1)];

  // The second fails while the first is awaited. A rejection that nobody
  // handles by then ends a Node process, so every promise gets a handler now.
  for (const promise of promises) {
    promise.catch(() => {});
  }

  for (const promise of promises) {
    try {
      console.log(await promise);
    } catch (error) {
      if (!(error instanceof RangeError)) {
        throw error;
      }
      console.log("failed:", error.message);
    }
  }
}

await main();
