/** Programs that forge what the view is told of their run, and one that needs no forgery to tell a lot. */
export const forgedTraces: Readonly<Record<string, (run: number) => string>> = {
  "ends of what never began": forged(`
    for (let i = 1; i <= 100_000; i++) events.push({ at: 0, kind: "began", handle: i });
    for (let i = 0; i < 99_000; i++) events.push({ at: 1, kind: "ended", handle: 9e9 });`),
  "a hundred thousand blocked callbacks": forged(`
    events.push({ at: 0, kind: "task created", task: 1, name: "a", parent: 0, frames: [] });
    for (let i = 0; i < 99_000; i++) {
      events.push({ at: i, kind: "began", handle: 1 }, { at: i + 0.9, kind: "ended", handle: 1 });
    }`),
  "scopes that stay open": forged(`
    events.push({ at: 0, kind: "task created", task: 1, name: "a", parent: 0, frames: [] });
    for (let i = 0; i < 190_000; i++) {
      events.push({ at: i / 1000, kind: "scope opened", scope: 10 + i, what: "task group", owner: 1, deadline: i });
    }`),
  "cancels of a member of all scopes": forged(`
    events.push({ at: 0, kind: "task created", task: 1, name: "a", parent: 0, frames: [] });
    for (let i = 1; i <= 100_000; i++) events.push({ at: 0, kind: "scope joined", scope: 10 + i, member: 1 });
    for (let i = 0; i < 99_000; i++) events.push({ at: 1, kind: "cancel", target: 1, by: 0 });`),
  "a time that goes back, and tasks under their own children": forged(`
    for (let i = 1; i <= 50_000; i++) {
      events.push({ at: 1e9 - i, kind: "task created", task: 1 + (i % 100), name: "a", parent: (i * 7) % 100, frames: [] });
    }`),
  "a task in 20,000 shields that is cancelled over and over": () => `
    import { type Coroutine, createTask, run, shield, sleep } from "asyncio-ts";
    function* main(): Coroutine<void> {
      const task = createTask(sleep(100));
      for (let i = 0; i < 20_000; i++) shield(task);
      for (let i = 0; i < 60_000; i++) task.cancel();
      try { yield* task; } catch (error) { console.log("sent"); }
    }
    await run(main());`,
};

/** Sends the events as the recorder would. */
function forged(makeEvents: string): (run: number) => string {
  return (run) => `
    const events: object[] = [];
    ${makeEvents}
    for (let i = 0; i < events.length; i += 5000) {
      postMessage({ type: "trace", run: ${run}, events: events.slice(i, i + 5000), dropped: 0 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    console.log("sent");`;
}
