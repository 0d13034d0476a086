let beats = 0;

function calculate(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

async function inOnePiece(): Promise<void> {
  calculate(0.25);
}

async function inSmallPieces(): Promise<void> {
  for (let piece = 0; piece < 50; piece++) {
    calculate(0.005);
    // Not `await null`: a microtask would come back before any timer.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

async function watch(name: string, work: () => Promise<void>): Promise<void> {
  const before = beats;
  await work();
  const alive = beats - before >= 3 ? "goes on" : "stands still";
  console.log(`${name}: the heart ${alive}`);
}

async function main(): Promise<void> {
  const heart = setInterval(() => {
    beats += 1;
  }, 30);
  await watch("in one piece", inOnePiece);
  await watch("in small pieces", inSmallPieces);
  clearInterval(heart);
}

await main();
