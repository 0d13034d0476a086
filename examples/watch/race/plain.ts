const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function download(): Promise<string> {
  await sleep(400);
  console.log("downloaded, and nobody waits for it any more");
  return "the file";
}

async function timeout(ms: number): Promise<never> {
  await sleep(ms);
  throw new Error("that took too long");
}

try {
  console.log(await Promise.race([download(), timeout(200)]));
} catch (error) {
  console.log(String(error));
}
