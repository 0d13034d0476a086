/** Serves the two built sites to the tests: one at the root of its host, one below `/docs/`. */
import { preview } from "vite";

const sites = [
  { outDir: "dist", base: "/", port: 4331 },
  { outDir: "tests/browser/dist", base: "/docs/", port: 4332 },
];

for (const { outDir, base, port } of sites) {
  const server = await preview({
    configFile: false,
    appType: "mpa",
    base,
    build: { outDir },
    preview: { port, strictPort: true, host: "localhost" },
  });
  server.printUrls();
}
