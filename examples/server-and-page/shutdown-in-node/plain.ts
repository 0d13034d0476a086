import { once } from "node:events";
import { createServer, get, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const server = createServer(async ({ url }, response) => {
  const controller = new AbortController();
  const { signal } = controller;
  response.once("close", () => controller.abort());
  try {
    await sleep(url === "/cake" ? 5000 : 600, undefined, { signal });
    if (!server.listening) response.setHeader("Connection", "close");
    response.end("here you are");
  } catch (error) {
    if (signal.aborted) {
      console.log(url, "is given up");
    } else {
      console.error(url, error);
      response.writeHead(500).end();
    }
  }
});

async function shutDown(server: Server, limit: number): Promise<void> {
  const closed = once(server, "close");
  server.close();
  console.log("closing");
  const tooLate = setTimeout(() => {
    console.log("cutting off the rest");
    server.closeAllConnections();
  }, limit);
  await closed;
  clearTimeout(tooLate);
  console.log("closed");
}

process.once("SIGTERM", () => shutDown(server, 1000));

server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const port = typeof address === "object" ? address?.port : undefined;

async function ask(path: string): Promise<void> {
  const [response] = await once(get({ host: "127.0.0.1", port, path }), "response");
  response.resume();
  console.log(path, response.statusCode, response.headers.connection);
}

const clients = [ask("/tea"), ask("/cake")];
await sleep(200);
process.kill(process.pid, "SIGTERM"); // as a system does that stops the program
await sleep(200);
await ask("/coffee").catch((error) => console.log("/coffee", error.code));
await Promise.allSettled(clients);
