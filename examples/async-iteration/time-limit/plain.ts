function ticker(): ReadableStream<number> {
  let count = 0;
  let timer: ReturnType<typeof setTimeout>;
  return new ReadableStream({
    pull: (controller) =>
      new Promise((resolve) => {
        timer = setTimeout(() => resolve(controller.enqueue(++count)), 400);
      }),
    cancel() {
      clearTimeout(timer);
      console.log("source closed");
    },
  });
}

/** `for await` itself takes no signal: a stream can be piped through with one. */
const signal = AbortSignal.timeout(1000);
const ticks = ticker().pipeThrough(new TransformStream<number, number>(), { signal });
try {
  for await (const count of ticks) {
    console.log("tick", count);
  }
} catch (error) {
  if (error !== signal.reason) {
    throw error;
  }
  console.log("time is up");
}
