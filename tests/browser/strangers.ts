import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * All hosts but those that a test names: a proxy in their place, which notes who is asked for and refuses. To intercept
 * requests in the page would take as long as to load it, and turn off the browser's cache.
 */
export class Strangers {
  readonly address: string;
  readonly #server: Server;
  #asked: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
    this.address = `http://localhost:${(server.address() as AddressInfo).port}`;
    server.on("request", ({ url = "" }, response) => {
      this.#asked.push(url);
      response.writeHead(403).end();
    });
    // Of what is encrypted, and of a WebSocket, a proxy is told no more than the host.
    server.on("connect", ({ url = "" }, socket) => {
      this.#asked.push(url);
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
  }

  static async start(): Promise<Strangers> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    return new Strangers(server);
  }

  /** Who has been asked for since it was last called. */
  takeAsked(): string[] {
    return this.#asked.splice(0);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
