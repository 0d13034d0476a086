function ask(mirror: string, delay: number, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      console.log(mirror, "was cancelled");
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve(mirror);
    }, delay * 1000);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

async function main(): Promise<void> {
  const mirrors = { Oslo: 0.4, Lima: 0.1, Pune: 0.6 };
  const controller = new AbortController();
  const answers = Object.entries(mirrors).map(([mirror, delay]) => {
    return ask(mirror, delay, controller.signal);
  });
  // A promise does not say whether it is settled: one has to count.
  let pending = answers.length;
  const count = () => pending--;
  for (const answer of answers) {
    void answer.then(count, count);
  }

  console.log("fastest:", await Promise.race(answers));
  console.log(pending, "still pending");

  controller.abort();
  await Promise.allSettled(answers);
}

await main();
