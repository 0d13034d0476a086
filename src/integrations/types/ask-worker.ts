import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Example } from "../../examples/read-example.ts";
import type { ExampleTypes } from "../../playground/static-types/example-types.ts";

/** From the root of the project, since a bundler moves this module. */
const program = join(process.cwd(), "src/integrations/types/types-worker.ts");

let worker: Worker | undefined;
/** The worker does one thing after the other, and so the answers come in the order of the questions. */
let latest: Promise<unknown> = Promise.resolve();

/** The types of examples, all for the same platform. Nobody waits for the worker to end: it ends with the build. */
export function askForTypes(examples: readonly Example[]): Promise<readonly ExampleTypes[]> {
  const answer = latest.then(() => ask(examples));
  latest = answer.catch(() => {});
  return answer;
}

async function ask(examples: readonly Example[]): Promise<readonly ExampleTypes[]> {
  worker ??= new Worker(program);
  worker.ref();
  worker.postMessage(examples);
  // Rejects with what the worker throws.
  const [types] = await once(worker, "message");
  worker.unref();
  return types;
}
