/** Serves the folder it lies in, to this machine only: `node serve.mjs`, or `node serve.mjs 8000` for another port. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { makeUrlsAbsolute } from "../offline/absolute-urls.ts";

const [, , given = "4321"] = process.argv;
const port = Number(given);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`"${given}" is no port: give a number from 0 to 65535, as in \`node serve.mjs 8000\`.`);
  process.exit(1);
}

const files = sirv(import.meta.dirname, { etag: true });
const notFound = makeUrlsAbsolute(readFileSync(join(import.meta.dirname, "404.html"), "utf8"), "/");
const server = createServer((request, response) =>
  files(request, response, () => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(notFound);
  }),
);

server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") {
    throw error;
  }
  console.error(`Port ${port} is taken. Give another one: \`node serve.mjs ${port + 1}\`.`);
  process.exit(1);
});
server.listen(port, "localhost", () => {
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  console.log(`asyncio-ts is at http://localhost:${taken}/ (Ctrl-C ends it)`);
});
