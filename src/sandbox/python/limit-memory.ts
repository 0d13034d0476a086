/** How much memory a program may have, in pages of WebAssembly, of 64 KiB each: 1 GiB. */
const mostPages = 16_384;

/** Refuses to let any memory grow beyond the bound. CPython takes that for what it is, and raises a `MemoryError`. */
export function limitMemory(): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (delta) {
    if (this.buffer.byteLength / 65_536 + Number(delta) > mostPages) {
      throw new RangeError("A program in the pane may have 1 GiB of memory.");
    }
    return grow.call(this, delta);
  };
}
