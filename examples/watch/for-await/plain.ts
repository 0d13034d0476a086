const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function* messages(): AsyncGenerator<string> {
  for (const text of ["hello", "how are you?", "goodbye"]) {
    await sleep(200);
    yield text;
  }
}

async function read(): Promise<void> {
  for await (const text of messages()) {
    console.log(text);
  }
  console.log("that was the last one");
}

await read();
