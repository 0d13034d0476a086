import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { build } from "esbuild";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".zip": "application/zip",
};

const root = join(import.meta.dirname, "../..");
const stockBundler = join(root, "node_modules/@codesandbox/sandpack-client/sandpack");

export interface Site {
  readonly port: number;
  /** Of the stock bundler, whose addresses begin at the root of its host. */
  close(): void;
}

/** Serves the built site, the pages of the other contenders below `/benchmark/`, and the stock bundler on a port of its own. */
export async function serve(): Promise<Site> {
  const bundler = await listen((path) => fileIn(stockBundler, path));
  const pages = await bundlePages(bundler.port);
  const site = await listen((path) => pages.get(path) ?? fileIn(join(root, "dist"), path));
  return {
    port: site.port,
    close: () => {
      site.close();
      bundler.close();
    },
  };
}

function fileIn(folder: string, path: string): Buffer | undefined {
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  return file.startsWith(folder) && existsSync(file) && statSync(file).isFile()
    ? readFileSync(file)
    : undefined;
}

function listen(find: (path: string) => Buffer | string | undefined): Promise<Site> {
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const body = find(path);
    const type = types[extname(path)] ?? (path.endsWith("/") ? "text/html" : "application/octet-stream");
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": type,
      "access-control-allow-origin": "*",
    });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, "localhost", () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.closeAllConnections() }),
    );
  });
}

/** The pages of the other contenders: what they need beyond a button is loaded when it is pressed. */
async function bundlePages(bundlerPort: number): Promise<Map<string, string>> {
  const loader = await bundle("sucrase-loader.cts", "cjs");
  const define = {
    "process.env.NODE_ENV": '"production"',
    BUNDLER: JSON.stringify(`http://localhost:${bundlerPort}/`),
    LOADER: JSON.stringify(loader),
  };
  const pages = new Map<string, string>();
  for (const name of ["stock", "bare"]) {
    pages.set(`/benchmark/${name}.js`, await bundle(`${name}.tsx`, "esm", define));
    pages.set(`/benchmark/${name}.html`, page(name));
  }
  return pages;
}

async function bundle(
  file: string,
  format: "cjs" | "esm",
  define: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    minify: true,
    write: false,
    format,
    define,
    jsx: "automatic",
  });
  return outputFiles[0]?.text ?? "";
}

function page(name: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>${name}</title>
<button data-run>Run</button>
<pre data-output></pre>
<div id="root"></div>
<script type="module">
  document.querySelector("[data-run]").addEventListener("click", () => import("./${name}.js"));
</script>
`;
}
