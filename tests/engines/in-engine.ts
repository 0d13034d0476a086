import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { SiteServer } from "../browser/site-server.ts";
import type { Engine, EngineName } from "./engine.ts";
import { startEngine } from "./start-engine.ts";

const site = join(import.meta.dirname, "../../dist");

/** The page of an engine, on the built site. */
export interface EnginePage {
  readonly engine: Engine;
  /** Opens a page of the site, by its address below the site's own, as a first visit to it. */
  open(address: string): Promise<void>;
}

/** Tests in one engine, which say that they skip, and why, where it cannot be had. */
export async function inEngine(name: EngineName, tests: (page: EnginePage) => void): Promise<void> {
  const engine = await startEngine(name);
  if (typeof engine === "string") {
    console.warn(`${name}: ${engine}. Its tests are skipped.`);
    describe.skip(`${name} (${engine}: skipped)`, () => tests({} as EnginePage));
    return;
  }
  describe(name, () => {
    let server: SiteServer;
    beforeAll(async () => {
      server = await SiteServer.start(site);
    });
    afterAll(async () => {
      await engine.close();
      await server.close();
    });
    tests({
      engine,
      async open(address) {
        await engine.open("about:blank");
        await engine.open(server.address + address);
      },
    });
  });
}
