import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** A plain static server: files, index.html of folders, 404.html. It can be given other files, and can be shut down. */
export class SiteServer {
  readonly address: string;
  readonly #close: () => Promise<void>;
  #files: ReturnType<typeof sirv>;

  private constructor(address: string, close: () => Promise<void>, folder: string) {
    this.address = address;
    this.#close = close;
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
      site.#files(request, response, notFound);
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const close = async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    };
    const { port } = server.address() as AddressInfo;
    const site: SiteServer = new SiteServer(`http://localhost:${port}${path}`, close, folder);
    return site;
  }

  /** Puts other files in the place of those it had, as a new release of the site does. */
  release(folder: string): void {
    this.#files = sirv(folder, { dev: true });
  }

  close(): Promise<void> {
    return this.#close();
  }
}
