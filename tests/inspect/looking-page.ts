import { EventEmitter, once } from "node:events";
import { request } from "node:http";
import type { PageCommand } from "../../src/inspect/page-protocol.ts";
import { parseEvents } from "../../src/trace/parse-trace.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";

export interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What a page in a browser does, without one: listens, and sends commands. */
export class LookingPage {
  readonly events: TraceEvent[] = [];
  readonly #address: string;
  readonly #messages: Message[] = [];
  readonly #heard = new EventEmitter();
  readonly #leaving = new AbortController();

  private constructor(address: string) {
    this.#address = address;
  }

  static async open(address: string): Promise<LookingPage> {
    const page = new LookingPage(address);
    const response = await fetch(`${address}events`, { signal: page.#leaving.signal });
    if (response.body === null || !response.ok) {
      throw new Error(`${address} answered ${response.status}`);
    }
    void page.#listen(response.body).catch(() => {});
    return page;
  }

  leave(): void {
    this.#leaving.abort();
  }

  /** The next message, or one that came already, for which the test holds. */
  async until(holds: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.#messages.find(holds);
      if (found !== undefined) {
        return found;
      }
      await once(this.#heard, "message");
    }
  }

  /** The first event of the trace for which the test holds. */
  async untilEvent(holds: (event: TraceEvent) => boolean): Promise<TraceEvent> {
    await this.until(() => this.events.some(holds));
    return this.events.find(holds) as TraceEvent;
  }

  async send(command: PageCommand): Promise<number> {
    const { origin } = new URL(this.#address);
    return await ask(`${this.#address}command`, { method: "POST", body: JSON.stringify(command), origin });
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = "";
    const decoder = new TextDecoder();
    for await (const piece of body) {
      const messages = (text + decoder.decode(piece, { stream: true })).split("\n\n");
      text = messages.pop() ?? "";
      for (const message of messages) {
        this.#hear(JSON.parse(message.slice("data: ".length)) as Message);
      }
    }
  }

  #hear(message: Message): void {
    if (message.type === "trace") {
      this.events.push(...parseEvents(message.events));
    }
    this.#messages.push(message);
    this.#heard.emit("message");
  }
}

export interface Question {
  readonly method?: string;
  readonly body?: string;
  readonly [header: string]: string | undefined;
}

/** Asks with any headers, also those that a browser would not let a page set. Answers with the status. */
export async function ask(address: string, { method = "GET", body, ...headers }: Question): Promise<number> {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  const asked = request(address, { method, headers: given });
  asked.end(body);
  const [response] = await once(asked, "response");
  response.resume();
  return response.statusCode;
}
