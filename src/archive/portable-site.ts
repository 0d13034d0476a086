import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { setContentPolicy } from "../integrations/delivery/content-policy.ts";
import { writeServiceWorker } from "../integrations/delivery/write-service-worker.ts";
import { serverFile } from "./file-protocol-notice.ts";
import { findWay, makePortable, portableStyle, type Site } from "./make-portable.ts";

export interface PortableOptions {
  /** Leaves out CPython, which is as heavy as all else. Panes then say so. */
  readonly withoutPython: boolean;
}

/**
 * Copies a built site so that it works at any address and from the disk.
 *
 * Why the site is not built like that in the first place: its 404 page is served at every depth, and can name the rest of
 * the site only in full; and links that end in `index.html` would give every page a second address.
 */
export async function writePortableSite(
  built: string,
  base: string,
  folder: string,
  { withoutPython }: PortableOptions,
): Promise<void> {
  cpSync(built, folder, { recursive: true, filter: (source) => !/\.(br|gz)$|[\\/]\.policy$/.test(source) });
  if (withoutPython) {
    rmSync(join(folder, "python"), { recursive: true });
  }
  const site: Site = { base, files: new Set(listFiles(folder)), withoutPython };
  for (const name of site.files) {
    const path = join(folder, name);
    if (name.endsWith(".html")) {
      writeFileSync(path, makePortable(readFileSync(path, "utf8"), name, site));
    } else if (name.endsWith(".css")) {
      const wayTo = (address: string) => findWay(address, posix.dirname(name), site);
      writeFileSync(path, portableStyle(readFileSync(path, "utf8"), wayTo));
    }
  }
  await setContentPolicy(folder);
  await writeServiceWorker(folder);
  await writeServer(join(folder, serverFile));
  writeFileSync(join(folder, "README.txt"), readme);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile());
}

async function writeServer(outfile: string): Promise<void> {
  const entry = fileURLToPath(new URL("serve.ts", import.meta.url));
  const banner = { js: "// node serve.mjs" };
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", banner });
}

const readme = `asyncio-ts: asynchronous programming in TypeScript

Open index.html to read. Examples and the search need a server; Node or Python has one:

    node ${serverFile}
    python3 -m http.server

Any other static server will do, under any path.

直接打开 zh-cn/index.html 即可阅读。运行示例和搜索需要一个服务器：执行上面任一条命令，再打开它显示的地址。
其他静态文件服务器也可以，放在任何路径下都行。
`;
