let calls = 0;

async function ask(): Promise<string> {
  calls++;
  console.log("call", calls);
  if (calls < 5) throw new Error("the line is busy");
  return "tea at five";
}

async function tryThreeTimes(askAgain: () => Promise<string>): Promise<string> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      return await askAgain();
    } catch {
      console.log("attempt", attempt, "failed");
    }
  }
  return "nobody answers";
}

console.log(await tryThreeTimes(ask));
console.log(await tryThreeTimes(ask));
