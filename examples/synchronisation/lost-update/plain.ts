let tickets = 1;

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function buy(name: string): Promise<void> {
  if (tickets === 0) {
    console.log("sold out for", name);
    return;
  }
  await sleep(0.1); // the payment
  tickets--;
  console.log(name, "has a ticket, left:", tickets);
}

await Promise.all([buy("Ada"), buy("Bob")]);
