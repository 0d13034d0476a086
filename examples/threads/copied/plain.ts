function addSugar(order: string[]): string[] {
  order.push("sugar");
  return order;
}

async function main(): Promise<void> {
  const order = ["tea"];
  // Not a thread, but the same copy: once on the way there, once on the way back.
  const answer = structuredClone(addSugar(structuredClone(order)));
  console.log("the thread's:", ...answer);
  console.log("ours:", ...order);
  console.log("one list:", answer === order);
}

await main();
