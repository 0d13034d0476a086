const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
setTimeout(() => console.log("that was the weather"), 2400);

async function showTemperature(hour: number): Promise<void> {
  await sleep(hour === 1 ? 1000 : 100);
  console.log(`${hour} o'clock: ${20 + hour} degrees`);
}

// Find the bug: the oldest temperature is shown last.
let hour = 0;
const timer = setInterval(async () => {
  hour++;
  if (hour === 3) clearInterval(timer);
  await showTemperature(hour);
}, 200);
