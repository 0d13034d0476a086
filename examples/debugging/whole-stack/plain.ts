async function readPrice(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  throw new Error("no price");
}

async function addUp(): Promise<number> {
  return (await readPrice()) + (await readPrice());
}

async function showBill(): Promise<void> {
  console.log(await addUp());
}

try {
  await showBill();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log(error.message);
  console.log("by way of", [...new Set(error.stack?.match(/readPrice|addUp|showBill/g))].join(", "));
}
