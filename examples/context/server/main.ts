import { once } from "node:events";
import { createServer } from "node:http";
import { ContextVar, type Coroutine, run, sleep } from "asyncio-ts";

const requestId = new ContextVar("request id", { default: "none" });

function log(text: string): void {
  console.log(`[${requestId.get()}] ${text}`);
}

function* findUser(): Coroutine<string> {
  yield* sleep(0.05);
  log("found the user");
  return "Ada";
}

function* answer(id: string, path = "/"): Coroutine<string> {
  requestId.set(id);
  log(`asks for ${path}`);
  const user = yield* findUser();
  log(`greets ${user}`);
  return `Hello, ${user}`;
}

const server = createServer(async (request, response) => {
  const id = request.headers["x-request-id"]?.toString() ?? "none";
  response.end(await run(answer(id, request.url)));
});
server.listen(0);
await once(server, "listening");
const address = server.address();
const port = typeof address === "object" ? address?.port : undefined;

for (const id of ["A", "B"]) {
  await fetch(`http://localhost:${port}/user`, { headers: { "x-request-id": id } });
}
log("no more requests");
server.close();
server.closeAllConnections();
