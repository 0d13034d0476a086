import type { EventLoop, LoopEvent, Task } from "../../async-primitives/index.ts";
import { allTasks } from "../../async-primitives/tasks/task.ts";
import type { AwaitedNames } from "./future-names.ts";

/** What a loop would have told of the tasks that it has, had anybody observed it: who comes later learns so what is there. */
export function* presentState(loop: EventLoop, things: AwaitedNames): Generator<LoopEvent> {
  const tasks = [...allTasks(loop)];
  for (const task of tasks) {
    yield { kind: "task created", task };
  }
  const named = new Set<object>();
  for (const task of tasks) {
    yield* presentDoing(task, named, things);
  }
}

function* presentDoing(task: Task<unknown>, named: Set<object>, things: AwaitedNames): Generator<LoopEvent> {
  const on = task.waitingFor;
  if (on === undefined) {
    yield { kind: "queued", runnable: task };
    return;
  }
  const name = things.nameOf(on);
  if (name !== undefined && !named.has(on)) {
    named.add(on);
    yield name;
  }
  // A wait begins at the end of a step.
  yield { kind: "step began", task };
  yield { kind: "task waits", task, on };
  yield { kind: "step ended", task };
}
