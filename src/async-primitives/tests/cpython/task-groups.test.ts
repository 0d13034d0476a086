import { describe, expect } from "vitest";
import {
  CancelledError,
  ContextVar,
  type Coroutine,
  copyContext,
  createTask,
  currentTask,
  Event,
  ExceptionGroup,
  getRunningLoop,
  RuntimeError,
  sleep,
  type Task,
  type TaskGroup,
  taskGroup,
} from "../../index.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

function* fail(delay: number, message: string): Coroutine<never> {
  yield* sleep(delay);
  throw new Error(message);
}

/** Sleeps, and throws when that is interrupted. */
function* failWhenCancelled(delay: number, message: string): Coroutine<void> {
  try {
    yield* sleep(delay);
  } catch {
    throw new Error(message);
  }
}

/** Sleeps, and notes it when that is cancelled. */
function* noteWhenCancelled(delay: number, notes: string[], note: string): Coroutine<void> {
  try {
    yield* sleep(delay);
  } catch (error) {
    if (error instanceof CancelledError) {
      notes.push(note);
    }
    throw error;
  }
}

/** The messages of the errors of a group; of a group inside a group, those in brackets. */
function messagesOf(error: unknown): unknown[] {
  expect(error).toBeInstanceOf(ExceptionGroup);
  return (error as ExceptionGroup).errors.map((each) =>
    each instanceof ExceptionGroup ? messagesOf(each) : each.message,
  );
}

/** Lets a coroutine run for a while in a task of its own, cancels it, and answers with what it throws. */
function* cancelledAfter(delay: number, coroutine: Coroutine<unknown>): Coroutine<unknown> {
  const task = createTask(coroutine);
  yield* sleep(delay);
  expect(task.done()).toBe(false);
  task.cancel();
  return yield* thrownBy(task);
}

describe("a task group", () => {
  // test_taskgroups.TestTaskGroup.test_taskgroup_01
  loopTest("waits for its tasks", function* () {
    const [first, second] = yield* taskGroup(function* (group) {
      return [group.createTask(sleep(0.1, 42)), group.createTask(sleep(0.2, 11))] as const;
    });
    expect([first.result(), second.result()]).toEqual([42, 11]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_02
  loopTest("takes a task after another one has ended", function* () {
    const [first, second] = yield* taskGroup(function* (group) {
      const early = group.createTask(sleep(0.1, 42));
      yield* sleep(0.15);
      return [early, group.createTask(sleep(0.2, 11))] as const;
    });
    expect([first.result(), second.result()]).toEqual([42, 11]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_03
  loopTest("does not mind when one of its tasks is cancelled by somebody else", function* () {
    const [cancelled, other] = yield* taskGroup(function* (group) {
      const task = group.createTask(sleep(1, 42));
      yield* sleep(0.15);
      task.cancel();
      return [task, group.createTask(sleep(0.2, 11))] as const;
    });
    expect(cancelled.cancelled()).toBe(true);
    expect(other.result()).toBe(11);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_23
  loopTest("goes on with its block while tasks end", function* () {
    const tasks: Task<void>[] = [];
    yield* taskGroup(function* (group) {
      for (let count = 0; count < 10; count++) {
        yield* sleep(0.1);
        tasks.push(group.createTask(sleep(0.3)));
        if (count === 5) {
          expect(tasks.filter((task) => !task.done()).length).toBeLessThan(5);
        }
      }
      yield* sleep(1.35);
      expect(tasks.every((task) => task.done())).toBe(true);
    });
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_24
  loopTest("waits for tasks that its tasks start", function* () {
    function* root(group: TaskGroup): Coroutine<void> {
      yield* sleep(0.1);
      group.createTask(sleep(0.1));
      group.createTask(sleep(0.2));
    }
    yield* taskGroup(function* (group) {
      group.createTask(root(group));
    });
    expect(getRunningLoop().time()).toBeCloseTo(0.3);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_task_name
  loopTest("names its tasks", function* () {
    yield* taskGroup(function* (group) {
      expect(group.createTask(sleep(0), { name: "yolo" }).getName()).toBe("yolo");
    });
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_task_context
  loopTest("runs a task in the context that it is given", function* () {
    const variable = new ContextVar<number>("variable");
    const context = copyContext();
    function* set(value: number): Coroutine<void> {
      yield* sleep(0);
      variable.set(value);
    }
    yield* taskGroup(function* (group) {
      expect(context.get(variable)).toBe(undefined);
      yield* group.createTask(set(1), { context });
      expect(context.get(variable)).toBe(1);
      yield* group.createTask(set(2), { context });
      expect(context.get(variable)).toBe(2);
    });
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_without_parent_task
  loopTest("needs a task around it", function* () {
    const errors: unknown[] = [];
    getRunningLoop().callSoon(() => {
      try {
        taskGroup(() => sleep(0)).next();
      } catch (error) {
        errors.push(error);
      }
    });
    yield* sleep(0);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toBeInstanceOf(RuntimeError);
    expect((errors[0] as RuntimeError).message).toContain("works inside a task");
  });
});

describe("a task group that is over", () => {
  // test_taskgroups.TestTaskGroup.test_taskgroup_finished
  loopTest("takes no more tasks", function* () {
    const group = yield* taskGroup(function* (inside) {
      return inside;
    });
    expect(() => group.createTask(sleep(0))).toThrow("is finished");
  });

  // test_taskgroups.TestTaskGroup.test_coro_closed_when_tg_closed
  loopTest("closes the coroutine that it refuses", function* () {
    const group = yield* taskGroup(function* (inside) {
      return inside;
    });
    const refused = sleep(10);
    expect(() => group.createTask(refused)).toThrow(RuntimeError);
    expect(refused.next().done).toBe(true);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_no_create_task_after_failure
  loopTest("because a task has failed takes no more tasks", function* () {
    let refusal: unknown;
    function* late(group: TaskGroup): Coroutine<void> {
      try {
        yield* sleep(1);
      } catch {
        try {
          group.createTask(sleep(0));
        } catch (error) {
          refusal = error;
        }
      }
    }
    const error = yield* thrownBy(
      taskGroup(function* (group) {
        group.createTask(fail(0.001, "broken"));
        group.createTask(late(group));
      }),
    );
    expect(messagesOf(error)).toEqual(["broken"]);
    expect(refusal).toBeInstanceOf(RuntimeError);
  });
});

describe("when a task of a group fails", () => {
  // test_taskgroups.TestTaskGroup.test_taskgroup_04
  loopTest("the others are cancelled, and what follows does not run", function* () {
    const notes: string[] = [];
    function* runner(): Coroutine<void> {
      yield* taskGroup(function* (group) {
        group.createTask(fail(0.1, "broken"));
        group.createTask(noteWhenCancelled(1, notes, "cancelled"));
      });
      notes.push("went on");
    }
    expect(messagesOf(yield* thrownBy(createTask(runner())))).toEqual(["broken"]);
    expect(notes).toEqual(["cancelled"]);
  });

  // test_taskgroups.TestTaskGroup.test_cancel_children_on_child_error
  loopTest("the block is cancelled, and errors of the same moment are all kept", function* () {
    const notes: string[] = [];
    function* runner(): Coroutine<void> {
      yield* taskGroup(function* (group) {
        for (const message of ["a", "b", "c"]) {
          group.createTask(fail(0.1, message));
        }
        group.createTask(noteWhenCancelled(5, notes, "task"));
        yield* noteWhenCancelled(10, notes, "block");
      });
      notes.push("went on");
    }
    expect(messagesOf(yield* thrownBy(createTask(runner())))).toEqual(["a", "b", "c"]);
    expect(notes.sort()).toEqual(["block", "task"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_19
  loopTest("an error of the block comes after its own", function* () {
    function* runner(): Coroutine<void> {
      yield* taskGroup(function* (group) {
        group.createTask(fail(0.1, "task"));
        yield* failWhenCancelled(10, "block");
      });
    }
    expect(messagesOf(yield* thrownBy(createTask(runner())))).toEqual(["task", "block"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_25
  loopTest("tasks that keep starting tasks are stopped", function* () {
    let heads = 0;
    function* hydra(group: TaskGroup): Coroutine<void> {
      heads++;
      yield* sleep(0.01);
      group.createTask(hydra(group));
      group.createTask(hydra(group));
    }
    function* hercules(): Coroutine<void> {
      while (heads < 10) {
        yield* sleep(0.015);
      }
      throw new Error("enough");
    }
    const error = yield* thrownBy(
      taskGroup(function* (group) {
        group.createTask(hydra(group));
        group.createTask(hercules());
      }),
    );
    expect(messagesOf(error)).toEqual(["enough"]);
    expect(heads).toBeGreaterThanOrEqual(10);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_context_manager_exit_raises
  loopTest("an error while the block cleans up is kept too, and no cancellation is left", function* () {
    function* main(): Coroutine<void> {
      const error = yield* thrownBy(
        taskGroup(function* (group) {
          group.createTask(fail(0, "task"));
          yield* failWhenCancelled(1, "clean-up");
        }),
      );
      expect(messagesOf(error)).toEqual(["task", "clean-up"]);
      expect(currentTask()?.cancelling()).toBe(0);
    }
    yield* createTask(main());
  });

  // test_taskgroups.TestTaskGroup.test_cancelling_level_preserved
  loopTest("the task around it counts no cancellation afterwards", function* () {
    const error = yield* thrownBy(
      taskGroup(function* (group) {
        group.createTask(fail(0, "broken"));
      }),
    );
    expect(messagesOf(error)).toEqual(["broken"]);
    expect(currentTask()?.cancelling()).toBe(0);
  });

  // test_taskgroups.TestTaskGroup.test_nested_groups_both_cancelled
  loopTest("as one of the group around it does, both groups cancel the task around them", function* () {
    const error = yield* thrownBy(
      taskGroup(function* (outer) {
        const inside = yield* thrownBy(
          taskGroup(function* (inner) {
            inner.createTask(fail(0, "inner"));
            outer.createTask(fail(0, "outer"));
          }),
        );
        expect(messagesOf(inside)).toEqual(["inner"]);
        expect(currentTask()?.cancelling()).toBe(1);
      }),
    );
    expect(messagesOf(error)).toEqual(["outer"]);
    expect(currentTask()?.cancelling()).toBe(0);
  });

  // test_taskgroups.TestTaskGroup.test_error_and_cancel
  loopTest("just as the task around it is cancelled, that comes at its next wait", function* () {
    const event = new Event();
    function* failNext(): Coroutine<never> {
      event.set();
      yield* sleep(0);
      throw new Error("broken");
    }
    function* inner(): Coroutine<void> {
      const error = yield* thrownBy(
        taskGroup(function* (group) {
          group.createTask(failNext());
          yield* sleep(1);
          expect.unreachable();
        }),
      );
      expect(messagesOf(error)).toEqual(["broken"]);
      expect(currentTask()?.cancelling()).toBe(1);
      yield* sleep(1);
      expect.unreachable();
    }
    const task = createTask(inner());
    yield* event.wait();
    expect(task.cancelling()).toBe(0);
    task.cancel();
    expect(task.cancelling()).toBe(1);
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
  });
});

describe("when the block of a group fails", () => {
  // test_taskgroups.TestTaskGroup.test_taskgroup_09
  loopTest("its tasks are cancelled and its error comes in a group", function* () {
    const tasks: Task<unknown>[] = [];
    const error = yield* thrownBy(
      taskGroup(function* (group) {
        tasks.push(group.createTask(sleep(1)), group.createTask(sleep(2)));
        yield* fail(0.1, "block");
      }),
    );
    expect(messagesOf(error)).toEqual(["block"]);
    expect(tasks.map((task) => task.cancelled())).toEqual([true, true]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_10
  loopTest("before its tasks have begun, they never do", function* () {
    let begun = false;
    function* child(): Coroutine<void> {
      begun = true;
    }
    const tasks: Task<unknown>[] = [];
    const error = yield* thrownBy(
      taskGroup(function* (group) {
        tasks.push(group.createTask(child()), group.createTask(child()));
        throw new Error("block");
      }),
    );
    expect(messagesOf(error)).toEqual(["block"]);
    expect(tasks.map((task) => task.cancelled())).toEqual([true, true]);
    expect(begun).toBe(false);
  });
});

describe("when the task around a group is cancelled", () => {
  // test_taskgroups.TestTaskGroup.test_cancellation
  loopTest("while it waits for its tasks, they are cancelled", function* () {
    const notes: string[] = [];
    const runner = taskGroup(function* (group) {
      for (let i = 0; i < 5; i++) {
        group.createTask(noteWhenCancelled(5, notes, "task"));
      }
    });
    expect(yield* cancelledAfter(0.1, runner)).toBeInstanceOf(CancelledError);
    expect(notes).toHaveLength(5);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_07
  loopTest("in its block, the block is cancelled first and its tasks then", function* () {
    const notes: string[] = [];
    const runner = taskGroup(function* (group) {
      for (let i = 0; i < 3; i++) {
        group.createTask(noteWhenCancelled(5, notes, "task"));
      }
      yield* noteWhenCancelled(10, notes, "block");
    });
    expect(yield* cancelledAfter(0.1, runner)).toBeInstanceOf(CancelledError);
    expect(notes).toEqual(["block", "task", "task", "task"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_22
  loopTest("that is what it throws when nothing else has failed", function* () {
    const runner = taskGroup(function* (group) {
      group.createTask(sleep(1));
      group.createTask(sleep(2));
    });
    expect(yield* cancelledAfter(0.05, runner)).toBeInstanceOf(CancelledError);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_17
  loopTest("and it has no tasks, its block is cancelled", function* () {
    const notes: string[] = [];
    const runner = taskGroup(() => noteWhenCancelled(10, notes, "block"));
    expect(yield* cancelledAfter(0.1, runner)).toBeInstanceOf(CancelledError);
    expect(notes).toEqual(["block"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_08
  loopTest("errors of its tasks win over the cancellation", function* () {
    const runner = taskGroup(function* (group) {
      for (const message of ["a", "b", "c"]) {
        group.createTask(failWhenCancelled(10, message));
      }
      yield* sleep(10);
    });
    expect(messagesOf(yield* cancelledAfter(0.1, runner))).toEqual(["a", "b", "c"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_18
  loopTest("an error that its block throws instead wins over the cancellation", function* () {
    const runner = taskGroup(() => failWhenCancelled(10, "instead"));
    expect(messagesOf(yield* cancelledAfter(0.1, runner))).toEqual(["instead"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_15
  loopTest("an error of a task while its block cleans up wins over the cancellation", function* () {
    const runner = taskGroup(function* (group) {
      group.createTask(fail(0.3, "task"));
      try {
        yield* sleep(10);
      } finally {
        yield* sleep(0.5);
      }
    });
    expect(messagesOf(yield* cancelledAfter(0.1, runner))).toEqual(["task"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_16
  loopTest("through a task that waits for it, an error of a task wins as well", function* () {
    const nested = taskGroup(function* (group) {
      group.createTask(fail(0.3, "task"));
      try {
        yield* sleep(10);
      } finally {
        yield* sleep(0.5);
      }
    });
    function* runner(): Coroutine<void> {
      yield* createTask(nested);
    }
    expect(messagesOf(yield* cancelledAfter(0.1, runner()))).toEqual(["task"]);
  });
});

describe("a group in a group", () => {
  // test_taskgroups.TestTaskGroup.test_taskgroup_11
  loopTest("passes its errors on as a group in the group", function* () {
    const runner = taskGroup(() =>
      taskGroup(function* (inner) {
        for (const message of ["a", "b"]) {
          inner.createTask(failWhenCancelled(10, message));
        }
        yield* sleep(10);
      }),
    );
    expect(messagesOf(yield* cancelledAfter(0.1, runner))).toEqual([["a", "b"]]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_12
  loopTest("passes its errors on also when the outer one has tasks", function* () {
    const runner = taskGroup(function* (outer) {
      outer.createTask(sleep(10));
      yield* taskGroup(function* (inner) {
        for (const message of ["a", "b"]) {
          inner.createTask(failWhenCancelled(10, message));
        }
        yield* sleep(10);
      });
    });
    expect(messagesOf(yield* cancelledAfter(0.1, runner))).toEqual([["a", "b"]]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_13
  loopTest("is cancelled when a task of the outer one fails", function* () {
    const runner = taskGroup(function* (outer) {
      outer.createTask(fail(0.1, "outer"));
      yield* taskGroup(function* (inner) {
        inner.createTask(fail(10, "inner"));
      });
    });
    expect(messagesOf(yield* thrownBy(createTask(runner)))).toEqual(["outer"]);
  });

  // test_taskgroups.TestTaskGroup.test_taskgroup_14
  loopTest("fails the outer one when one of its tasks fails", function* () {
    const runner = taskGroup(function* (outer) {
      outer.createTask(fail(10, "outer"));
      yield* taskGroup(function* (inner) {
        inner.createTask(fail(0.1, "inner"));
      });
    });
    expect(messagesOf(yield* thrownBy(createTask(runner)))).toEqual([["inner"]]);
  });
});
