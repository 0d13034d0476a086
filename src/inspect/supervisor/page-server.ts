import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parsePageCommand } from "../page-protocol.ts";
import { Admission } from "./admission.ts";
import { PageFeed } from "./page-feed.ts";
import { readSource } from "./read-source.ts";
import type { WatchedProgram } from "./watched-program.ts";

/** How long a command may be, in bytes. */
const longestCommand = 1_000;

/** Nothing but the page itself may be loaded, framed or asked. The view sets sizes in its markup. */
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cache-control": "no-store",
};

/** Files that stand beside this one in the package. */
const files: Readonly<Record<string, readonly [file: string, type: string]>> = {
  "/": ["page.html", "text/html; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
};

/** Serves the page of a program on a port of this machine that nobody else can reach. Answers with its address. */
export async function servePage(program: WatchedProgram): Promise<string> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const admission = new Admission((server.address() as AddressInfo).port);
  server.on("request", (request, response) => {
    const path = admission.pathOf(request);
    if (path === undefined) {
      response.writeHead(403, headers).end();
    } else if (request.method === "POST") {
      void takeCommand(path, request, response, program);
    } else {
      answer(path, response, program);
    }
  });
  return admission.address;
}

function answer({ pathname, searchParams }: URL, response: ServerResponse, program: WatchedProgram): void {
  const [file, type = ""] = files[pathname] ?? [];
  if (file !== undefined) {
    const text = readFileSync(new URL(file, import.meta.url));
    response.writeHead(200, { ...headers, "content-type": type }).end(text);
  } else if (pathname === "/events") {
    response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
    const leave = program.join(new PageFeed(response));
    response.on("close", leave);
  } else if (pathname === "/source") {
    const text = readSource(process.cwd(), searchParams.get("path") ?? "");
    response.writeHead(text === undefined ? 404 : 200, {
      ...headers,
      "content-type": "text/plain; charset=utf-8",
    });
    response.end(text);
  } else {
    response.writeHead(404, headers).end();
  }
}

async function takeCommand(
  { pathname }: URL,
  request: IncomingMessage,
  response: ServerResponse,
  program: WatchedProgram,
): Promise<void> {
  const text = await textOf(request);
  const command = pathname === "/command" && text !== undefined ? parsePageCommand(text) : undefined;
  if (command !== undefined) {
    program.handleCommand(command);
  }
  response.writeHead(command === undefined ? 400 : 204, headers).end();
}

/** Undefined for one that is too long or broken off. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > longestCommand) {
        return undefined;
      }
      pieces.push(piece);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(pieces).toString("utf8");
}
