import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../machine/free-port.ts";
import type { ServerName } from "./find-server.ts";

const project = join(import.meta.dirname, "../..");

export interface RunningServer {
  /** With a slash at its end. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a server with the project's own configuration, on a free port, with the site that was built last. */
export async function startServer(name: ServerName, path: string): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), `asyncio-ts-${name}-`));
  const port = await freePort();
  const server = name === "nginx" ? startNginx(path, folder, port) : startCaddy(path, folder, port);
  let said = "";
  server.stderr?.on("data", (text) => {
    said += text;
  });
  const address = `http://localhost:${port}/`;
  await answers(address, server, () => said);
  return {
    address,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** nginx has no way to be told a port but its configuration. */
function startNginx(path: string, folder: string, port: number): ChildProcess {
  const original = readFileSync(join(project, "hosting/nginx.conf"), "utf8");
  const changes: readonly (readonly [string, string])[] = [
    ["listen 8080;", `listen ${port};`],
    ["include ../dist/", `include ${project}/dist/`],
    ["/tmp/asyncio-ts-nginx-", `${folder}/`],
  ];
  const configuration = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) {
      throw new Error(`hosting/nginx.conf was expected to say \`${from}\`. Correct it, or this test.`);
    }
    return text.replaceAll(from, to);
  }, original);
  const file = join(folder, "nginx.conf");
  writeFileSync(file, configuration);
  const directives = `daemon off; pid ${folder}/nginx.pid;`;
  return spawn(path, ["-p", project, "-c", file, "-e", "stderr", "-g", directives], { stdio: "pipe" });
}

function startCaddy(path: string, folder: string, port: number): ChildProcess {
  return spawn(path, ["run", "--config", "hosting/Caddyfile"], {
    cwd: project,
    stdio: "pipe",
    env: {
      ...process.env,
      SITE_ADDRESS: `http://localhost:${port}`,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
    },
  });
}

async function answers(address: string, server: ChildProcess, said: () => string): Promise<void> {
  while (server.exitCode === null) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`The server ended before it answered:\n${said()}`);
}
