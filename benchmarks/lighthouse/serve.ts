import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { constants, createBrotliCompress } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Serves a built site as a good host does: compressed, and with hashed files kept for a year. */
export function serve(site: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname));
    const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const isHashed = path.startsWith("/_astro/");
    response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("Content-Type", type ?? "application/octet-stream");
    if (type === undefined || type.startsWith("font")) {
      createReadStream(file).pipe(response);
      return;
    }
    response.setHeader("Content-Encoding", "br");
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    createReadStream(file).pipe(createBrotliCompress(quality)).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "localhost", () => resolve(server)));
}
