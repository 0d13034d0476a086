import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { PageFeed } from "../../src/inspect/supervisor/page-feed.ts";

/** A page that reads one message when it is told to. */
class SlowPage extends Writable {
  readonly read: string[] = [];
  #readOn: (() => void) | undefined;

  override _write(piece: Buffer, _encoding: BufferEncoding, readOn: () => void): void {
    this.read.push(piece.toString());
    this.#readOn = readOn;
  }

  /** Reads all that is sent from now on. */
  async readAll(): Promise<void> {
    while (this.#readOn !== undefined) {
      const readOn = this.#readOn;
      this.#readOn = undefined;
      readOn();
      await new Promise(setImmediate);
    }
  }
}

const logOf = (name: string) =>
  Array.from({ length: 1_000 }, (_, index) => `${name} ${index} ${"x".repeat(1_000)}`);
const sent = (log: readonly string[]) => log.map((message) => `data: ${message}\n\n`);

test("a page that does not read is sent no more than a stream holds, and all in order once it reads", async () => {
  const page = new SlowPage();
  const log = logOf("one");
  const feed = new PageFeed(page);
  feed.begin(log);
  log.push("the last");
  feed.send();
  expect(page.writableLength).toBeLessThan(page.writableHighWaterMark + 2_000);
  await page.readAll();
  expect(page.read).toEqual(sent(log));
});

test("what was not sent of a watch is left out when the next one begins", async () => {
  const page = new SlowPage();
  const feed = new PageFeed(page);
  const [first, second] = [logOf("one"), logOf("two")];
  feed.begin(first);
  feed.begin(second);
  await page.readAll();
  const ofFirst = page.read.filter((text) => text.startsWith("data: one"));
  expect(ofFirst.length).toBeLessThan(100);
  expect(page.read).toEqual([...sent(first).slice(0, ofFirst.length), ...sent(second)]);
});
