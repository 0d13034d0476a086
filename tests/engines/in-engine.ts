import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { SiteServer } from "../browser/site-server.ts";
import type { Engine, EngineName } from "./engine.ts";
import { startEngine } from "./start-engine.ts";

const site = join(import.meta.dirname, "../../dist");

/** The page of an engine, on the built site. */
export interface EnginePage {
  readonly name: EngineName;
  readonly engine: Engine;
  /** Opens a page of the site, by its address below the site's own, as a first visit to it. */
  open(address: string): Promise<void>;
}

/** Tests in one engine, which say that they skip, and why, where it cannot be had. */
export async function inEngine(name: EngineName, tests: (page: EnginePage) => void): Promise<void> {
  const started = await startEngine(name);
  const isMissing = typeof started === "string";
  if (isMissing) {
    console.warn(`${name}: ${started}. Its tests are skipped.`);
  }
  describe.skipIf(isMissing)(isMissing ? `${name} (${started}: skipped)` : name, () => {
    const engine = started as Engine;
    let server: SiteServer;
    beforeAll(async () => {
      server = await SiteServer.start(site);
    });
    afterAll(async () => {
      await engine.close();
      await server.close();
    });
    tests({
      name,
      engine,
      async open(address) {
        await engine.open("about:blank");
        await engine.open(server.address + address);
      },
    });
  });
}
