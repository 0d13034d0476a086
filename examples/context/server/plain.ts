import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const requestId = new AsyncLocalStorage<string>();

function log(text: string): void {
  console.log(`[${requestId.getStore() ?? "none"}] ${text}`);
}

async function findUser(): Promise<string> {
  await sleep(50);
  log("found the user");
  return "Ada";
}

async function answer(): Promise<string> {
  const user = await findUser();
  log(`greets ${user}`);
  return `Hello, ${user}`;
}

const server = createServer((request, response) => {
  requestId.run(request.headers["x-request-id"]?.toString() ?? "none", async () => {
    log(`asks for ${request.url}`);
    response.end(await answer());
  });
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
