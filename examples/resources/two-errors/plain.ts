class Tap implements AsyncDisposable {
  async [Symbol.asyncDispose](): Promise<void> {
    throw new Error("tap is stuck");
  }
}

async function fill(): Promise<void> {
  await using _ = new Tap();
  throw new Error("bucket has a hole");
}

try {
  await fill();
} catch (error) {
  if (!(error instanceof SuppressedError)) throw error;
  console.log(error.error.message);
  console.log("and before that:", error.suppressed.message);
}
