import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export type ServerName = "nginx" | "caddy";

const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** The path of a server, with all that its configuration needs; undefined if it is not installed. */
export function findServer(name: ServerName): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return name === "nginx" && !existsSync(brotliModule) ? undefined : found;
}
