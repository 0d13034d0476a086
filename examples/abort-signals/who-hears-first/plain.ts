async function upload(signal: AbortSignal): Promise<void> {
  console.log("the upload begins");
  try {
    await new Promise((_, reject) => {
      const stop = () => {
        console.log("the listener is called");
        reject(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
    });
  } finally {
    console.log("the upload cleans up");
  }
}

const controller = new AbortController();
const uploading = upload(controller.signal);
controller.abort(new Error("no longer wanted"));
console.log("abort() has returned");
await Promise.allSettled([uploading]);
console.log("the upload has ended");
