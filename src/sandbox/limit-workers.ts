/** How many workers a program may start in all. Each costs a thread, and a loop of them the machine. */
const mostWorkers = 64;

/** Puts a constructor in the place of `Worker` that refuses to start one too many. */
export function limitWorkers(): void {
  let started = 0;
  const Original = self.Worker;
  self.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      if (++started > mostWorkers) {
        throw new RangeError(`A program in the pane may start ${mostWorkers} workers, and this is one more.`);
      }
      super(url, options);
    }
  };
}
