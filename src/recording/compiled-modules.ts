import { join } from "node:path";

/**
 * Where Node keeps what it has compiled (`NODE_COMPILE_CACHE`): hundreds of processes load the same library. From the
 * root of the project, since a bundler moves this module.
 */
export const compiledModules = join(process.cwd(), "node_modules/.cache/compiled-modules");
