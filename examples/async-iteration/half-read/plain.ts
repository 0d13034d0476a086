function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function* rows(): AsyncGenerator<string> {
  console.log("cursor open");
  try {
    for (const name of ["Ada", "Bob", "Cyd"]) {
      await sleep(0.2);
      yield name;
    }
  } finally {
    await sleep(0.2);
    console.log("cursor closed");
  }
}

for await (const name of rows()) {
  console.log("found", name);
  if (name === "Bob") {
    break;
  }
}
console.log("after the loop");
