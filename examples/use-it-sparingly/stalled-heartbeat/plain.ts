let beats = 0;

function startHeartbeat(): () => void {
  const beat = () => {
    beats += 1;
    console.log("beat", beats);
  };
  beat();
  const interval = setInterval(beat, 50);
  return () => clearInterval(interval);
}

async function beatsReach(number: number): Promise<void> {
  while (beats < number) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Keeps the processor busy and does not return before the time is up. */
function calculate(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

async function main(): Promise<void> {
  const stop = startHeartbeat();
  await beatsReach(3);

  const before = beats;
  console.log("calculates for ten beats");
  calculate(0.5);
  console.log("done; beats meanwhile:", beats - before);

  await beatsReach(5);
  stop();
}

await main();
