let isRunning = false;

async function runAlone(job: () => Promise<string>): Promise<string> {
  if (isRunning) return "another one is running";
  isRunning = true;
  try {
    return await job();
  } finally {
    isRunning = false;
  }
}

async function backUp(day: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (day === "Monday") throw new Error("the disk is full");
  return "saved";
}

for (const day of ["Sunday", "Monday", "Tuesday"]) {
  try {
    console.log(`${day}: ${await runAlone(() => backUp(day))}`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`${day}: ${error.message}`);
  }
}

const wednesday = [runAlone(() => backUp("Wednesday")), runAlone(() => backUp("Wednesday"))];
console.log(`Wednesday, twice at once: ${(await Promise.all(wednesday)).join(", ")}`);
