import type { JSHandle, Page } from "@playwright/test";
import type { Recording, StepperCommand } from "../../src/sandbox/protocol.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { expect } from "./pane.ts";

/** What the sandbox page has said. */
export interface Said {
  readonly type: string;
  readonly state?: string;
  readonly paused?: boolean;
  readonly events?: readonly TraceEvent[];
  readonly dropped?: number;
  readonly log?: readonly {
    readonly method?: string;
    readonly parts: readonly { readonly text: string }[];
  }[];
}

interface Driver {
  readonly said: Said[];
  send(message: unknown): void;
}

/** The sandbox page without a pane, spoken to as a pane does. */
export class SandboxPage {
  readonly #page: Page;
  readonly #driver: JSHandle<Driver>;
  #runs = 0;

  private constructor(page: Page, driver: JSHandle<Driver>) {
    this.#page = page;
    this.#driver = driver;
  }

  /** Loads it into a page of the site, and has it run a program. */
  static async run(page: Page, code: string, recording: Recording | undefined): Promise<SandboxPage> {
    const sandbox = await SandboxPage.open(page, "sandbox/");
    await sandbox.begin("/main.ts", code, recording);
    return sandbox;
  }

  /** @param address That of TypeScript or of Python, below the site's own. */
  static async open(page: Page, address: string): Promise<SandboxPage> {
    await page.goto("coroutines/");
    const driver = await page.evaluateHandle(async (way): Promise<Driver> => {
      const frame = document.createElement("iframe");
      const said: Said[] = [];
      addEventListener("message", ({ source, data }) => {
        if (source === frame.contentWindow) {
          said.push(data);
        }
      });
      frame.src = new URL(`../${way}`, location.href).href;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener("load", resolve));
      return { said, send: (message) => frame.contentWindow?.postMessage(message, location.origin) };
    }, address);
    const sandbox = new SandboxPage(page, driver);
    await sandbox.#send({ type: "register-frame", id: 1 });
    return sandbox;
  }

  /**
   * Runs one more program, and returns what it has printed on its standard output.
   *
   * @param recording Left out where nobody wants to see what the loop does.
   */
  async runToEnd(main: string, code: string, recording?: Recording): Promise<string> {
    await this.#driver.evaluate(({ said }) => void said.splice(0));
    await this.begin(main, code, recording);
    await this.#ends();
    const entries = (await this.said()).flatMap(({ log }) => log ?? []);
    const lines = entries.filter(({ method }) => method === "log");
    return lines.map(({ parts }) => `${parts.map(({ text }) => text).join(" ")}\n`).join("");
  }

  /** Waits for the message itself: to ask again and again would look once a second only. */
  async #ends(): Promise<void> {
    await this.#driver.evaluate(
      ({ said }) =>
        new Promise<void>((resolve) => {
          const hasEnded = ({ type, state = "" }: Said) =>
            type === "run-state" && /^(done|failed)$/.test(state);
          const look = () => said.some(hasEnded) && resolve();
          addEventListener("message", look);
          look();
        }),
    );
  }

  /** Begins to run a program. */
  async begin(main: string, code: string, recording: Recording | undefined): Promise<void> {
    const order = { main, run: ++this.#runs, recording };
    const modules = { [main]: { code }, "/package.json": { code: JSON.stringify(order) } };
    await this.#send({ type: "compile", modules });
  }

  async drive(command: StepperCommand): Promise<void> {
    await this.#send({ type: "stepper", command });
  }

  async stop(): Promise<void> {
    await this.#send({ type: "stop" });
  }

  async said(): Promise<readonly Said[]> {
    return this.#driver.evaluate(({ said }) => said);
  }

  async events(): Promise<readonly TraceEvent[]> {
    return (await this.said()).flatMap(({ events }) => events ?? []);
  }

  async printed(): Promise<string[]> {
    const entries = (await this.said()).flatMap(({ log }) => log ?? []);
    return entries.map(({ parts }) => parts.map(({ text }) => text).join(" "));
  }

  async hasPrinted(...lines: string[]): Promise<void> {
    await expect.poll(() => this.printed()).toEqual(lines);
  }

  /** How many events it has told of, and how many it says were too many. */
  async counts(): Promise<{ events: number; dropped: number }> {
    return this.#driver.evaluate(({ said }) => ({
      events: said.reduce((sum, { events }) => sum + (events?.length ?? 0), 0),
      dropped: said.findLast(({ type }) => type === "trace")?.dropped ?? 0,
    }));
  }

  /** Waits until the worker was asked again and again whether it is blocked: it is asked once more when it has answered. */
  async answers(): Promise<void> {
    // The compiler works in a worker, too, of the site's origin.
    const worker = this.#page.workers().find((each) => each.url().startsWith("blob:null/"));
    if (worker === undefined) {
      throw new Error("There is no worker that could answer.");
    }
    await worker.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let questions = 0;
          addEventListener("message", ({ data }) => {
            if (data?.type === "ping" && ++questions === 3) {
              resolve();
            }
          });
        }),
    );
  }

  async hasState(state: string): Promise<void> {
    await expect.poll(async () => (await this.#latest("run-state"))?.state).toBe(state);
  }

  async hasPaused(paused: boolean): Promise<void> {
    await expect.poll(async () => (await this.#latest("paused"))?.paused).toBe(paused);
  }

  async #latest(type: string): Promise<Said | undefined> {
    return this.#driver.evaluate(({ said }, wanted) => said.findLast((each) => each.type === wanted), type);
  }

  async #send(message: unknown): Promise<void> {
    await this.#driver.evaluate(({ send }, sent) => send(sent), message);
  }
}
