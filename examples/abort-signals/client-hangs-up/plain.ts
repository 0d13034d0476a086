function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

async function addUp(months: string[], signal: AbortSignal): Promise<string> {
  for (const month of months) {
    console.log("adding up", month);
    await sleep(0.4, signal);
  }
  return "the report";
}

async function answer(signal: AbortSignal): Promise<Response> {
  try {
    return new Response(await addUp(["January", "February", "March"], signal));
  } finally {
    console.log("database connection given back");
  }
}

/** What a server calls for each request, as Deno, Bun and service workers do. */
function handle(request: Request): Promise<Response> {
  return answer(request.signal);
}

const client = new AbortController();
const request = new Request("http://localhost/report", { signal: client.signal });
const response = handle(request);
setTimeout(() => client.abort(new Error("hung up")), 600);
try {
  await response;
} catch (error) {
  if (!request.signal.aborted) throw error;
  console.log("no answer, since the client has", request.signal.reason.message);
}
