import { CompositeFuture } from "../../async-primitives/futures/composite-future.ts";
import type { EventLoop, LoopEvent, Task } from "../../async-primitives/index.ts";
import { allTasks } from "../../async-primitives/tasks/task.ts";

/** What a loop would have told of the tasks that it has, had anybody observed it: who comes later learns so what is there. */
export function* presentState(loop: EventLoop): Generator<LoopEvent> {
  const tasks = [...allTasks(loop)];
  for (const task of tasks) {
    yield { kind: "task created", task };
  }
  const named = new Set<object>();
  for (const task of tasks) {
    yield* presentDoing(task, named);
  }
}

function* presentDoing(task: Task<unknown>, named: Set<object>): Generator<LoopEvent> {
  const on = task.waitingFor;
  if (on === undefined) {
    yield { kind: "queued", runnable: task };
    return;
  }
  if (on instanceof CompositeFuture && !named.has(on)) {
    named.add(on);
    yield { kind: "future named", future: on, name: "gather", of: on.children };
  }
  // A wait begins at the end of a step.
  yield { kind: "step began", task };
  yield { kind: "task waits", task, on };
  yield { kind: "step ended", task };
}
