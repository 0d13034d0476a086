export { BrokenExecutor } from "./broken-executor.ts";
export type { ExecutorOptions } from "./executor-options.ts";
export type { Job } from "./job.ts";
export type { MappedJobs } from "./mapped-jobs.ts";
export { type ChunkOptions, Pool } from "./pool.ts";
export { ThreadPoolExecutor, type ThreadPoolExecutorOptions } from "./thread-pool-executor.ts";
export { toThread } from "./to-thread.ts";
export { transfer } from "./transfer.ts";
