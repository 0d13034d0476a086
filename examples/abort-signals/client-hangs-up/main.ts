import { CancelledError, type Coroutine, run, sleep } from "asyncio-ts";

function* addUp(months: string[]): Coroutine<string> {
  for (const month of months) {
    console.log("adding up", month);
    yield* sleep(0.4);
  }
  return "the report";
}

function* answer(): Coroutine<Response> {
  try {
    return new Response(yield* addUp(["January", "February", "March"]));
  } finally {
    console.log("database connection given back");
  }
}

/** What a server calls for each request, as Deno, Bun and service workers do. */
function handle(request: Request): Promise<Response> {
  return run(answer(), { signal: request.signal });
}

const client = new AbortController();
const request = new Request("http://localhost/report", { signal: client.signal });
const response = handle(request);
setTimeout(() => client.abort(new Error("hung up")), 600);
try {
  await response;
} catch (error) {
  if (!(error instanceof CancelledError)) throw error;
  console.log("no answer, since the client has", error.message);
}
