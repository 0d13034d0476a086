import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What a request says of itself. */
export type Asked = Pick<IncomingMessage, "method" | "url"> & {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/** Says who may ask a page server: who knows its secret, by its own address, from its own page. */
export class Admission {
  readonly #secret = randomBytes(32).toString("base64url");
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** The address of the page. */
  get address(): string {
    return `http://${this.#host}/${this.#secret}/`;
  }

  /**
   * What is asked for, below the address of the page.
   *
   * @returns Undefined for a stranger: one with another secret or none; one who came by another name, which a stranger's
   *   host may have been given to mean this machine; one from another page.
   */
  pathOf({ method, url = "", headers }: Asked): URL | undefined {
    if (headers.host !== this.#host || !this.#isFromHere(method, headers)) {
      return undefined;
    }
    const [, secret = "", path] = /^\/([^/?]+)\/(.*)$/s.exec(url) ?? [];
    return path !== undefined && isSame(secret, this.#secret)
      ? new URL(`http://${this.#host}/${path}`)
      : undefined;
  }

  get #host(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** A browser names the origin of whatever a page sends, and from where it asks. */
  #isFromHere(method: string | undefined, headers: Asked["headers"]): boolean {
    const { origin, "sec-fetch-site": site } = headers;
    const isOwn = origin === `http://${this.#host}`;
    const isRead = method === "GET";
    return (
      (isOwn || (origin === undefined && isRead)) &&
      (site === undefined || site === "same-origin" || (site === "none" && isRead))
    );
  }
}

/** Takes as long for a secret that is nearly right as for any other. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
