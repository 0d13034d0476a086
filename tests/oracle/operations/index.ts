import type { Definition } from "../operation.ts";
import type { Item } from "../program.ts";
import { callbacks } from "./callbacks.ts";
import { contexts } from "./contexts.ts";
import { futures } from "./futures.ts";
import { iteration } from "./iteration.ts";
import { queues } from "./queues.ts";
import { scopes } from "./scopes.ts";
import { streams } from "./streams.ts";
import { barriers, conditions, events, locks, semaphores } from "./synchronisation.ts";
import { tasks } from "./tasks.ts";
import { waiting } from "./waiting.ts";

/** Every operation that a program can contain. */
export const definitions: readonly Definition[] = [
  ...waiting,
  ...tasks,
  ...futures,
  ...callbacks,
  ...locks,
  ...events,
  ...conditions,
  ...semaphores,
  ...barriers,
  ...queues,
  ...contexts,
  ...streams,
  ...scopes,
  ...iteration,
];

const byName = new Map(definitions.map((definition) => [definition.name, definition]));

export function definitionOf({ op }: Item): Definition {
  const definition = byName.get(op);
  if (!definition) {
    throw new RangeError(`no operation is called "${op}": add it in operations/`);
  }
  return definition;
}
