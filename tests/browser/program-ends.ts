/** A program, and how it ends: as in Node, where what fails ends with another exit code than 0. */
export interface EndingProgram {
  readonly name: string;
  readonly code: string;
  readonly ends: "done" | "failed" | "goes on";
  /** What is printed by then; not checked where left out. */
  readonly prints?: string;
}

const program = (
  ends: EndingProgram["ends"],
  name: string,
  code: string,
  prints?: string,
): EndingProgram => ({ name, code, ends, ...(prints === undefined ? {} : { prints }) });

const asyncio = (imported: string, rest: string): string =>
  `import { ${imported}, run, type Coroutine } from "asyncio-ts";\n${rest}`;

/** All the ways to lose a rejection or an error, to go on behind one's last line, and to wait for nothing. */
export const programs: readonly EndingProgram[] = [
  // Rejections that nobody handles.
  program(
    "failed",
    "an async function that throws, not awaited",
    'async function f() { throw new Error("x"); }\nf();\nconsole.log("finished");',
    "finished\n",
  ),
  program("failed", "Promise.reject at the top level", 'void Promise.reject(new Error("x"));'),
  program("failed", "Promise.reject without a reason", "void Promise.reject();"),
  program("failed", "a reason that is a text", 'void Promise.reject("text");'),
  program("failed", "a reason that is null", "void Promise.reject(null);"),
  program("failed", "a reason that is an object", "void Promise.reject({ code: 1 });"),
  program("failed", "a rejecting executor", "new Promise((_, reject) => reject(new Error('x')));"),
  program("failed", "a throwing executor", "new Promise(() => { throw new Error('x'); });"),
  program("failed", "a throwing reaction", "Promise.resolve().then(() => { throw new Error('x'); });"),
  program("failed", "finally on a rejection", "Promise.reject(new Error('x')).finally(() => {});"),
  program("failed", "Promise.all", "void Promise.all([Promise.reject(new Error('x')), 1]);"),
  program("failed", "Promise.any of nothing", "void Promise.any([]);"),
  program("failed", "a race", "void Promise.race([Promise.reject(new Error('x'))]);"),
  program(
    "failed",
    "a rejection in a chain of a thousand reactions",
    "let p: Promise<unknown> = Promise.resolve();\nfor (let i = 0; i < 1000; i++) p = p.then(() => {});\np.then(() => { throw new Error('x'); });",
  ),
  program(
    "failed",
    "a rejection in a microtask",
    "queueMicrotask(() => { void Promise.reject(new Error('x')); });",
  ),
  program(
    "failed",
    "a rejection in a timer",
    "setTimeout(() => { void Promise.reject(new Error('x')); }, 1);",
  ),
  program("failed", "an async function in a timer", "setTimeout(async () => { throw new Error('x'); }, 1);"),
  program(
    "failed",
    "a rejection in the last call of an interval",
    "const i = setInterval(async () => { clearInterval(i); throw new Error('x'); }, 1);",
  ),
  program(
    "failed",
    "an async listener",
    "const t = new EventTarget();\nt.addEventListener('a', async () => { throw new Error('x'); });\nt.dispatchEvent(new Event('a'));",
  ),
  program(
    "failed",
    "a rejection in the last message",
    "const { port1, port2 } = new MessageChannel();\nport1.onmessage = async () => { port1.close(); throw new Error('x'); };\nport2.postMessage(0);",
  ),
  program(
    "failed",
    "a hundred thousand rejections",
    "for (let i = 0; i < 100_000; i++) void Promise.reject(new Error('x'));",
  ),
  program(
    "failed",
    "a rejection that is handled too late",
    "const p = Promise.reject(new Error('x'));\nsetTimeout(() => p.catch(() => console.log('late')), 0);",
    "",
  ),
  program(
    "failed",
    "a rejection that is handled a turn too late",
    "const p = Promise.reject(new Error('x'));\nsetTimeout(() => p.catch(() => console.log('late')), 20);",
    "",
  ),
  program(
    "done",
    "a rejection that is handled in the same turn",
    "const p = Promise.reject(new Error('x'));\nqueueMicrotask(() => p.catch(() => console.log('handled')));",
    "handled\n",
  ),
  program(
    "failed",
    "one rejection beside one that is handled",
    "Promise.reject(new Error('a')).catch(() => {});\nvoid Promise.reject(new Error('b'));",
  ),
  program(
    "failed",
    "an async generator that throws",
    "async function* g() { throw new Error('x'); }\nvoid g().next();",
  ),
  program("failed", "an await of a rejection", "await Promise.reject(new Error('x'));"),
  program(
    "failed",
    "a rejection before a long wait",
    "void Promise.reject(new Error('x'));\nawait new Promise((r) => setTimeout(r, 60_000));",
  ),
  program(
    "failed",
    "a thenable that rejects",
    "void (async () => { await { then(_: any, no: any) { no(new Error('x')); } }; })();",
  ),
  program(
    "failed",
    "a loop that fails, not awaited",
    asyncio(
      "sleep",
      'function* main(): Coroutine<void> { yield* sleep(0); throw new Error("x"); }\nvoid run(main());',
    ),
  ),
  program(
    "failed",
    "nothing is printed after the end",
    "void Promise.reject(new Error('x'));\nsetTimeout(() => console.log('after'), 1);",
    "",
  ),
  // Errors that nobody catches.
  program("failed", "a throw in a microtask", "queueMicrotask(() => { throw new Error('x'); });"),
  program("failed", "a throw in a timer", "setTimeout(() => { throw new Error('x'); }, 1);"),
  program("failed", "a throw of undefined in a timer", "setTimeout(() => { throw undefined; }, 1);"),
  program(
    "failed",
    "a throw in an immediate",
    "(globalThis as any).setImmediate(() => { throw new Error('x'); });",
  ),
  program(
    "failed",
    "a rejection in a message to all, after which nobody listens",
    "const a = new BroadcastChannel('q'), b = new BroadcastChannel('q');\nb.onmessage = () => { a.close(); b.close(); void Promise.reject(new Error('x')); };\na.postMessage(1);",
  ),
  program("goes on", "a channel to all that is open", "new BroadcastChannel('open');"),
  program("failed", "a throw at the top level", "throw new Error('x');"),
  program("failed", "a timer without a function", "setTimeout(undefined as any, 1);"),
  program("failed", "an interval without a function", "setInterval(undefined as any, 1);"),
  // What goes on behind the last line.
  program(
    "done",
    "a loop that takes many turns, not awaited",
    asyncio(
      "sleep",
      'function* main(): Coroutine<void> { const end = performance.now() + 100; while (performance.now() < end) yield* sleep(0); console.log("main ended"); }\nvoid run(main());\nconsole.log("module ended");',
    ),
    "module ended\nmain ended\n",
  ),
  program(
    "done",
    "a loop that sleeps, not awaited",
    asyncio(
      "sleep",
      'function* main(): Coroutine<void> { yield* sleep(0.05); console.log("end"); }\nvoid run(main());',
    ),
    "end\n",
  ),
  program(
    "done",
    "timers in a chain",
    "setTimeout(() => setTimeout(() => setTimeout(() => console.log('end'), 1), 1), 1);",
    "end\n",
  ),
  program("done", "an immediate", "(globalThis as any).setImmediate(() => console.log('end'));", "end\n"),
  program(
    "done",
    "an immediate that is taken back",
    "const g = globalThis as any; g.clearImmediate(g.setImmediate(() => console.log('end')));",
    "",
  ),
  program(
    "done",
    "a message to a port that is closed then",
    "const { port1, port2 } = new MessageChannel();\nport1.onmessage = () => { console.log('end'); port1.close(); };\nport2.postMessage(0);",
    "end\n",
  ),
  program("done", "a value that comes later", "new Response('text').text().then(console.log);", "text\n"),
  program("goes on", "an interval", "setInterval(() => {}, 5);"),
  program("goes on", "a timer that is far", "setTimeout(() => {}, 1e6);"),
  program("goes on", "a port that is listened to", "new MessageChannel().port1.onmessage = () => {};"),
  program(
    "goes on",
    "two ports that answer each other for ever",
    "const { port1, port2 } = new MessageChannel();\nport1.onmessage = () => port1.postMessage(0);\nport2.onmessage = () => port2.postMessage(0);\nport1.postMessage(0);",
  ),
  program(
    "goes on",
    "a loop that never ends, not awaited",
    asyncio(
      "sleep",
      "function* main(): Coroutine<void> { while (true) yield* sleep(0); }\nvoid run(main());",
    ),
  ),
  // What never comes.
  program(
    "failed",
    "an await at the top level of what never comes",
    'console.log("a");\nawait new Promise(() => {});',
    "a\n",
  ),
  program("failed", "the same after timers", "setTimeout(() => {}, 10);\nawait new Promise(() => {});"),
  program(
    "failed",
    "a loop whose task waits for what never comes",
    asyncio("Event", "function* main(): Coroutine<void> { yield* new Event().wait(); }\nawait run(main());"),
  ),
  program("done", "a promise that never settles and nobody awaits", "void new Promise(() => {});"),
  program(
    "done",
    "an async function that waits for ever",
    "void (async () => { await new Promise(() => {}); })();",
  ),
];
