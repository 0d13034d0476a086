/** Makes lines of what a program writes. A line is told when it ends, or is longer than is shown. */
export class OutputLines {
  readonly #longest: number;
  readonly #tell: (line: string) => void;
  readonly #decoder = new TextDecoder();
  #begun = "";

  /** @param longest In UTF-16 units. */
  constructor(longest: number, tell: (line: string) => void) {
    this.#longest = longest;
    this.#tell = tell;
  }

  /** Returns how many bytes were taken, as a stream does: all. */
  write(bytes: Uint8Array): number {
    const lines = (this.#begun + this.#decoder.decode(bytes, { stream: true })).split("\n");
    this.#begun = lines.pop() ?? "";
    for (const line of lines) {
      this.#tell(line.slice(0, this.#longest));
    }
    if (this.#begun.length > this.#longest) {
      this.#tell(this.#begun.slice(0, this.#longest));
      this.#begun = "";
    }
    return bytes.length;
  }

  /** Tells what has no end of line. */
  end(): void {
    if (this.#begun !== "") {
      this.#tell(this.#begun);
      this.#begun = "";
    }
  }
}
