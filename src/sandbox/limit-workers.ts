/** How many workers a program may start in all. Each costs a thread, and a loop of them the machine. */
const mostWorkers = 64;

/** Puts a constructor in the place of `Worker` that refuses to start one too many, and leaves no way to the other. */
export function limitWorkers(): void {
  let started = 0;
  const limited = new Proxy(self.Worker, {
    construct(Original, values, target) {
      if (++started > mostWorkers) {
        throw new RangeError(`A program in the pane may start ${mostWorkers} workers, and this is one more.`);
      }
      return Reflect.construct(Original, values, target);
    },
  });
  self.Worker = limited;
  limited.prototype.constructor = limited;
}
