import { join } from "node:path";

/** Where Node keeps what it has compiled (`NODE_COMPILE_CACHE`): hundreds of processes load the same library. */
export const compiledModules = join(import.meta.dirname, "../../node_modules/.cache/compiled-modules");
