function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function guest(name: string, openDoors: Promise<void>): Promise<void> {
  console.log(name, "waits outside");
  await openDoors;
  console.log(name, "comes in");
}

async function main(): Promise<void> {
  // A promise is an event that can be set once and never cleared.
  let open = () => {};
  const openDoors = new Promise<void>((resolve) => {
    open = resolve;
  });
  const guests = ["Ada", "Bob"].map((name) => guest(name, openDoors));
  await sleep(0.2);
  console.log("the doors open");
  open();
  await Promise.all(guests);
  await guest("late Cleo", openDoors);
}

await main();
