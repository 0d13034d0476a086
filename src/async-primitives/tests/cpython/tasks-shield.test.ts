import { describe, expect, test } from "vitest";
import {
  CancelledError,
  type Coroutine,
  Future,
  gather,
  getRunningLoop,
  RuntimeError,
  shield,
} from "../../index.ts";
import { start } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

function* answer<T>(value: T): Coroutine<T> {
  return value;
}

describe("shield", () => {
  // test_tasks.BaseTaskTests.test_shield_result
  loopTest("passes on a result", function* () {
    const inner = new Future<number>();
    const outer = shield(inner);
    inner.setResult(42);
    expect(yield* outer).toBe(42);
  });

  // test_tasks.BaseTaskTests.test_shield_exception
  loopTest("passes on an exception", function* () {
    const inner = new Future<number>();
    const outer = shield(inner);
    const exception = new Error("expected");
    inner.setException(exception);
    yield;
    expect(outer.exception()).toBe(exception);
  });

  // test_tasks.BaseTaskTests.test_shield_cancel_inner
  loopTest("is cancelled when what it shields is", function* () {
    const inner = new Future<number>();
    const outer = shield(inner);
    inner.cancel();
    yield;
    expect(outer.cancelled()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_shield_cancel_outer
  loopTest("does not pass its own cancellation on", function* () {
    const inner = new Future<number>();
    const outer = shield(inner);
    outer.cancel();
    yield;
    expect(outer.cancelled()).toBe(true);
    expect(inner.done()).toBe(false);
  });

  // test_tasks.BaseTaskTests.test_shield_shortcut
  loopTest("of what is done answers at once", function* () {
    const inner = new Future<number>();
    inner.setResult(42);
    expect(shield(inner)).toBe(inner);
  });

  // test_tasks.BaseTaskTests.test_shield_effect
  loopTest("lets a coroutine go on when the task that waits for it is cancelled", function* () {
    const future = new Future<void>();
    const order: string[] = [];
    function* inner(): Coroutine<void> {
      yield* future;
      order.push("inner");
    }
    function* outer(): Coroutine<void> {
      yield* shield(inner());
      order.push("outer");
    }
    const task = yield* start(outer());
    yield;
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    future.setResult();
    yield;
    expect(order).toEqual(["inner"]);
  });

  // test_tasks.BaseTaskTests.test_shield_gather
  loopTest("around a gather keeps that going", function* () {
    const children = [new Future<number>(), new Future<number>()] as const;
    const parent = gather(children);
    const outer = shield(parent);
    outer.cancel();
    yield;
    expect(outer.cancelled()).toBe(true);
    children[0].setResult(1);
    children[1].setResult(2);
    yield;
    expect(parent.result()).toEqual([1, 2]);
  });

  // test_tasks.BaseTaskTests.test_gather_shield
  loopTest("inside a gather is cancelled instead of what it shields", function* () {
    const children = [new Future<number>(), new Future<number>()] as const;
    const shields = children.map((child) => shield(child));
    const parent = gather(shields);
    parent.cancel();
    yield;
    expect(parent.exception()).toBeInstanceOf(CancelledError);
    expect(shields.map((each) => each.cancelled())).toEqual([true, true]);
    expect(children.map((child) => child.done())).toEqual([false, false]);
    children[0].setResult(1);
    children[1].setResult(2);
    yield;
  });

  // test_tasks.BaseTaskTests.test_shield_coroutine_without_loop
  test("of a coroutine needs a running loop", () => {
    expect(() => shield(answer(42))).toThrow(RuntimeError);
  });

  // test_tasks.BaseTaskTests.test_shield_coroutine_use_running_loop
  loopTest("of a coroutine runs it on the running loop", function* () {
    const outer = shield(answer(42));
    expect(outer.getLoop()).toBe(getRunningLoop());
    expect(yield* outer).toBe(42);
  });
});
