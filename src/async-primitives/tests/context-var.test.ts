import { describe, expect, test } from "vitest";
import {
  ContextVar,
  type Coroutine,
  copyContext,
  createTask,
  getRunningLoop,
  RuntimeError,
  sleep,
} from "../index.ts";
import { runVirtual } from "./virtual-time.ts";

describe("a context variable", () => {
  test("has the value that was set, or a fallback, or its default", () => {
    const variable = new ContextVar<number>("n", { default: 1 });
    copyContext().run(() => {
      expect(variable.get(7)).toBe(7);
      expect(variable.get()).toBe(1);
      variable.set(2);
      expect(variable.get(7)).toBe(2);
    });
    expect(variable.get()).toBe(1);
    expect(() => new ContextVar("unset").get()).toThrow(
      "'unset' has no value here: set it first, or call get(fallback)",
    );
  });

  test("goes back to what it was, once for each token, in its own context", () => {
    const variable = new ContextVar<number>("n");
    const other = new ContextVar<number>("other");
    copyContext().run(() => {
      const first = variable.set(1);
      const second = variable.set(2);
      expect(second.oldValue).toBe(1);
      variable.reset(second);
      expect(variable.get()).toBe(1);
      expect(() => variable.reset(second)).toThrow("already been used once");
      expect(() => other.reset(first)).toThrow("made by the variable 'n', not 'other'");
      expect(() => copyContext().run(() => variable.reset(first))).toThrow("made in another context");
      variable.reset(first);
      expect(variable.get(0)).toBe(0);
    });
  });

  test("is inherited by tasks and callbacks, and not shared between them", async () => {
    const variable = new ContextVar<string>("name");
    const seen: string[] = [];
    function* child(name: string): Coroutine<void> {
      seen.push(variable.get());
      variable.set(name);
      yield* sleep(1);
      seen.push(variable.get());
    }
    function* main(): Coroutine<void> {
      variable.set("main");
      const children = [createTask(child("a")), createTask(child("b"))];
      getRunningLoop().callSoon(() => seen.push(variable.get()));
      variable.set("changed");
      for (const task of children) {
        yield* task;
      }
      expect(children[0]?.getContext().get(variable)).toBe("a");
    }
    await runVirtual(main());
    expect(seen).toEqual(["main", "main", "main", "a", "b"]);
  });

  test("is set in the context that a task was given", async () => {
    const variable = new ContextVar<number>("n");
    const context = copyContext();
    function* child(): Coroutine<void> {
      variable.set(42);
    }
    function* main(): Coroutine<void> {
      yield* createTask(child(), { context });
    }
    await runVirtual(main());
    expect(context.get(variable)).toBe(42);
    expect(context.has(variable)).toBe(true);
    expect(context.copy().get(variable)).toBe(42);
  });
});

describe("a context is entered by one at a time:", () => {
  test("not in itself", () => {
    const context = copyContext();
    expect(() => context.run(() => context.run(() => {}))).toThrow(RuntimeError);
  });

  test("not while another one covers it, but again when it was left", () => {
    const [lower, upper] = [copyContext(), copyContext()];
    expect(() => lower.run(() => upper.run(() => lower.run(() => {})))).toThrow(RuntimeError);
    expect(lower.run(() => upper.run(() => "both"))).toBe("both");
    expect(upper.run(() => lower.run(() => "the other way round"))).toBe("the other way round");
  });
});
