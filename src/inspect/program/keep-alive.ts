/** The longest that a timer of Node waits, in milliseconds. */
const longest = 2 ** 31 - 1;

/** Keeps Node from ending while anybody asks for it. */
export class KeepAlive {
  readonly #timer = setInterval(() => {}, longest).unref();
  #requests = 0;

  /** The answer takes the request back, once. */
  request(): () => void {
    if (this.#requests++ === 0) {
      this.#timer.ref();
    }
    let isOver = false;
    return () => {
      if (!isOver) {
        isOver = true;
        if (--this.#requests === 0) {
          this.#timer.unref();
        }
      }
    };
  }
}
