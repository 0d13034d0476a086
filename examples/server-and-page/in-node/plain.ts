import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Aborted when the client goes away before it has its answer. */
function leavingOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

const milliseconds = new Map([
  ["/tea", 600],
  ["/coffee", 5000],
  ["/cake", 5000],
]);

async function priceOf(path: string, signal: AbortSignal): Promise<string> {
  await sleep(milliseconds.get(path), undefined, { signal });
  return "2.40";
}

const server = createServer(async ({ url = "/" }, response) => {
  const leaving = leavingOf(response);
  const tooLate = AbortSignal.timeout(900);
  try {
    response.end(await priceOf(url, AbortSignal.any([leaving, tooLate])));
  } catch (error) {
    if (leaving.aborted) {
      console.log(url, "is no longer wanted");
    } else if (tooLate.aborted) {
      response.writeHead(503, { "Retry-After": "10" }).end();
    } else {
      console.error(url, error);
      response.writeHead(500).end();
    }
  }
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const port = typeof address === "object" ? address?.port : undefined;

async function ask(path: string, signal?: AbortSignal): Promise<void> {
  const [response] = await once(get({ host: "127.0.0.1", port, path, signal }), "response");
  response.resume();
  console.log(path, response.statusCode);
}

await Promise.allSettled([ask("/tea"), ask("/coffee", AbortSignal.timeout(300)), ask("/cake")]);
server.close();
