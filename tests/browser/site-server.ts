import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";

/** A plain static server: files, index.html of folders, 404.html. It can be given other files, and can be shut down. */
export class SiteServer {
  readonly address: string;
  /** Breaks off what it is sending. */
  readonly cut: () => void;
  readonly #close: () => Promise<void>;
  #folder: string;
  #files: ReturnType<typeof sirv>;
  #stuck: string | undefined;

  private constructor(address: string, close: () => Promise<void>, cut: () => void, folder: string) {
    this.address = address;
    this.cut = cut;
    this.#close = close;
    this.#folder = folder;
    this.#files = sirv(folder, { dev: true });
  }

  static async start(folder: string, path = "/"): Promise<SiteServer> {
    const server = createServer((request, response) => {
      const notFound = () => {
        response.statusCode = 404;
        response.end("Not found");
      };
      if (!request.url?.startsWith(path)) {
        notFound();
        return;
      }
      request.url = `/${request.url.slice(path.length)}`;
      if (request.url === `/${site.#stuck}`) {
        const content = readFileSync(join(site.#folder, request.url));
        response.write(content.subarray(0, content.length / 2));
        return;
      }
      site.#files(request, response, notFound);
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const close = async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    };
    const { port } = server.address() as AddressInfo;
    const site: SiteServer = new SiteServer(
      `http://localhost:${port}${path}`,
      close,
      () => server.closeAllConnections(),
      folder,
    );
    return site;
  }

  /** Puts other files in the place of those it had, as a new release of the site does. */
  release(folder: string): void {
    this.#folder = folder;
    this.#files = sirv(folder, { dev: true });
  }

  /** From now on only half of this file comes, and then nothing, until the server cuts it. Undefined: all come again. */
  stickIn(file: string | undefined): void {
    this.#stuck = file;
  }

  close(): Promise<void> {
    return this.#close();
  }
}
