const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
setTimeout(() => console.log("that was the weather"), 2400);

async function showTemperature(hour: number): Promise<void> {
  await sleep(hour === 1 ? 1000 : 100);
  console.log(`${hour} o'clock: ${20 + hour} degrees`);
}

for (let hour = 1; hour <= 3; hour++) {
  await sleep(200);
  await showTemperature(hour);
}
