import { existsSync } from "node:fs";
import { findProgram } from "../machine/find-program.ts";

export type ServerName = "nginx" | "caddy";

const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** The path of a server, with all that its configuration needs; undefined if it is not installed. */
export function findServer(name: ServerName): string | undefined {
  return name === "nginx" && !existsSync(brotliModule) ? undefined : findProgram([name], ["/usr/sbin"]);
}
