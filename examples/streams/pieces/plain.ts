/** Stands in for a network: bytes in pieces, then the end. */
function feed(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of ["te", "a\ncof", "fee\nwa", "ter"]) {
        controller.enqueue(new TextEncoder().encode(piece));
      }
      controller.close();
    },
  });
}

/** A stream of the web gives pieces. To put them together is our work. */
class Reader {
  #reader = feed().getReader();
  #buffer = "";
  #ended = false;

  async readline(): Promise<string> {
    while (!this.#buffer.includes("\n") && !this.#ended) {
      await this.#more();
    }
    return this.#take(this.#buffer.indexOf("\n") + 1 || this.#buffer.length);
  }

  async readuntil(separator: string): Promise<string> {
    while (!this.#buffer.includes(separator)) {
      if (this.#ended) {
        throw new RangeError("ended before the separator");
      }
      await this.#more();
    }
    return this.#take(this.#buffer.indexOf(separator) + separator.length);
  }

  async readexactly(count: number): Promise<string> {
    while (this.#buffer.length < count && !this.#ended) {
      await this.#more();
    }
    const taken = this.#take(count);
    if (taken.length === count) {
      return taken;
    }
    throw new RangeError(`only ${taken.length} bytes of ${count}`);
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#reader.read();
    this.#ended = done;
    // Right for ASCII only: here a byte is a character.
    if (!done) {
      this.#buffer += new TextDecoder().decode(value);
    }
  }

  #take(count: number): string {
    const taken = this.#buffer.slice(0, count);
    this.#buffer = this.#buffer.slice(taken.length);
    return taken;
  }
}

async function main(): Promise<void> {
  let reader = new Reader();
  while (true) {
    const line = await reader.readline();
    if (line === "") {
      break;
    }
    console.log("line:", line.trim());
  }
  console.log("at the end:", (await reader.readline()).length, "bytes");

  reader = new Reader();
  console.log("exactly 3:", await reader.readexactly(3));
  console.log("up to ff:", (await reader.readuntil("ff")).trim());
  try {
    await reader.readexactly(100);
  } catch (error) {
    console.log((error as RangeError).message);
  }
}

await main();
