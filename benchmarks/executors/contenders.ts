import { Worker } from "node:worker_threads";
import { Pool } from "asyncio-ts";
import sumOfSquares from "./sum-of-squares.ts";

/** A pool of so many workers. */
export interface Contender {
  run(limit: number): PromiseLike<number>;
  end(): unknown;
}

type Open = (workers: number) => Contender | Promise<Contender>;

const workFile = new URL("sum-of-squares.ts", import.meta.url).href;
const poolifierFile = new URL("poolifier-worker.ts", import.meta.url);

function openRaw(count: number): Contender {
  const answers = new Map<number, (sum: number) => void>();
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL("raw-worker.ts", import.meta.url));
    return worker.on("message", ([job, sum]: [number, number]) => answers.get(job)?.(sum));
  });
  let jobs = 0;
  return {
    run(limit) {
      const job = jobs++;
      workers[job % count]?.postMessage([job, limit]);
      return new Promise((resolve) => answers.set(job, resolve));
    },
    end: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

const open: Record<string, Open> = {
  "asyncio-ts": (workers) => {
    const pool = new Pool(workers);
    return { run: (limit) => pool.apply(sumOfSquares, [limit]), end: () => pool.terminate() };
  },
  "raw threads": openRaw,
  workerpool: async (workers) => {
    const { default: workerpool } = await import("workerpool");
    const pool = workerpool.pool({ minWorkers: workers, maxWorkers: workers, workerType: "thread" });
    return {
      run: (limit) => pool.exec(sumOfSquares, [limit]) as PromiseLike<number>,
      end: () => pool.terminate(true),
    };
  },
  tinypool: async (workers) => {
    const { Tinypool } = await import("tinypool");
    const pool = new Tinypool({ filename: workFile, minThreads: workers, maxThreads: workers });
    return { run: (limit) => pool.run(limit), end: () => pool.destroy() };
  },
  piscina: async (workers) => {
    const { Piscina } = await import("piscina");
    const pool = new Piscina({ filename: workFile, minThreads: workers, maxThreads: workers });
    return { run: (limit) => pool.run(limit), end: () => pool.destroy() };
  },
  poolifier: async (workers) => {
    const { FixedThreadPool } = await import("poolifier");
    const pool = new FixedThreadPool<number, number>(workers, poolifierFile.pathname);
    return {
      run: (limit) => pool.execute(limit),
      // Its promise is not always kept.
      end: () => void pool.destroy(),
    };
  },
};

/** Those that are installed, by name. */
export function findContenders(): Map<string, Open> {
  const isInstalled = (name: string) => {
    try {
      return name === "asyncio-ts" || name === "raw threads" || import.meta.resolve(name) !== "";
    } catch {
      console.warn(`Without ${name}: npm install --prefix benchmarks/executors`);
      return false;
    }
  };
  return new Map(Object.entries(open).filter(([name]) => isInstalled(name)));
}
