/**
 * How many bytes of a typed array come with one word of ballast. V8 keeps the memory of an ArrayBuffer off-heap, so that
 * allocating it triggers no scavenge, and 64 MiB of dead buffers would pile up before a full collection. An array of so
 * many words on the heap fills the young generation, so that they are collected early.
 */
const bytesAWord = 64;
/** Smaller chunks come with enough objects on the heap by themselves. */
const ballastFrom = 4096;
/** Holds the ballast of the last chunk: an optimising compiler leaves out an allocation that nothing refers to. */
const ballast: { words: readonly unknown[] } = { words: [] };

/** Bytes that come in at the end and leave at the front. */
export class ByteBuffer {
  #bytes = new Uint8Array(1024);
  #start = 0;
  #end = 0;

  get size(): number {
    return this.#end - this.#start;
  }

  append(data: Uint8Array): void {
    if (this.#end + data.length > this.#bytes.length) {
      this.#makeRoom(data.length);
    }
    this.#bytes.set(data, this.#end);
    this.#end += data.length;
  }

  /** Takes out the first bytes, as many as there are up to `count`. */
  take(count: number): Uint8Array {
    const end = Math.min(this.#start + count, this.#end);
    const taken = this.#bytes.slice(this.#start, end);
    if (taken.length >= ballastFrom) {
      ballast.words = new Array(Math.floor(taken.length / bytesAWord));
    }
    this.#start = end;
    return taken;
  }

  /** Where a run of bytes begins, at `from` or later; -1 if there is none. */
  indexOf(wanted: Uint8Array, from: number): number {
    const bytes = this.#bytes.subarray(this.#start, this.#end);
    const first = wanted[0] as number;
    let at = bytes.indexOf(first, from);
    while (at >= 0 && at + wanted.length <= bytes.length) {
      if (wanted.every((byte, i) => bytes[at + i] === byte)) {
        return at;
      }
      at = bytes.indexOf(first, at + 1);
    }
    return -1;
  }

  #makeRoom(needed: number): void {
    const size = this.size;
    const target = size + needed > this.#bytes.length / 2 ? new Uint8Array(2 * (size + needed)) : this.#bytes;
    target.set(this.#bytes.subarray(this.#start, this.#end));
    this.#bytes = target;
    this.#start = 0;
    this.#end = size;
  }
}
