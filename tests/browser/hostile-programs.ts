/** Programs that readers write by accident or on purpose, and how the pane must end each of them. */
export interface HostileProgram {
  readonly name: string;
  readonly code: string;
  /** `stopped` stands for: it goes on or blocks, and Stop ends it. */
  readonly ends: "done" | "failed" | "stopped";
}

const program = (ends: HostileProgram["ends"], name: string, code: string): HostileProgram => ({
  name,
  code,
  ends,
});

/** Prints whether an attempt reached what it must not reach. */
const attempt = (code: string): string =>
  `try { const got = await (${code}); console.log(got === undefined ? "absent" : "reached"); } catch (error) { console.log("refused"); }`;

export const hostilePrograms: readonly HostileProgram[] = [
  // Loops.
  program("stopped", "an empty loop", "while (true) {}"),
  program("stopped", "a loop in a generator", "function* f(): any { while (true); }\nf().next();"),
  program(
    "stopped",
    "microtasks without end",
    "const again = (): any => Promise.resolve().then(again);\nawait again();",
  ),
  program("stopped", "await without end", "while (true) await null;"),
  program(
    "stopped",
    "queueMicrotask without end",
    "const f = () => queueMicrotask(f); f(); await new Promise(() => {});",
  ),
  program(
    "stopped",
    "timers without end",
    "const f = () => setTimeout(f); f(); await new Promise(() => {});",
  ),
  program("stopped", "intervals without end", "for (let i = 0; i < 1000; i++) setInterval(() => {}, 0);"),
  program(
    "stopped",
    "a coroutine that gives way for ever",
    'import { type Coroutine, run } from "asyncio-ts";\nfunction* f(): Coroutine<void> { while (true) yield; }\nawait run(f());',
  ),
  program(
    "stopped",
    "a coroutine that never gives way",
    'import { type Coroutine, run } from "asyncio-ts";\nfunction* f(): Coroutine<void> { while (true); }\nawait run(f());',
  ),
  program(
    "stopped",
    "a hundred tasks that never rest",
    'import { type Coroutine, createTask, run, sleep } from "asyncio-ts";\nfunction* f(): Coroutine<void> { while (true) yield* sleep(0); }\nfunction* main(): Coroutine<void> { for (let i = 0; i < 100; i++) createTask(f()); yield* sleep(1e6); }\nawait run(main());',
  ),
  program(
    "stopped",
    "a promise that never settles beside a timer",
    "setInterval(() => {}, 1000);\nawait new Promise(() => {});",
  ),
  program("stopped", "a regular expression that backtracks", '/^(a+)+$/.test("a".repeat(40) + "b");'),
  program(
    "stopped",
    "a getter that loops when it is printed",
    "console.log(new Proxy({}, { ownKeys() { while (true); } }));",
  ),
  program(
    "stopped",
    "waiting on shared memory",
    "const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });\nAtomics.wait(new Int32Array(memory.buffer), 0, 0);\nwhile (true);",
  ),
  program(
    "stopped",
    "memory without end",
    "const kept: unknown[] = [];\nwhile (true) kept.push(new Array(1e6).fill({}));",
  ),
  // Depth and size.
  program("failed", "recursion", "const f = (): number => f() + 1;\nf();"),
  program("failed", "recursion in toString", "const o: any = { toString: () => String(o) };\nthrow o;"),
  program(
    "done",
    "a value inside itself",
    "const o: any = { list: [] }; o.self = o; o.list.push(o); console.log(o);",
  ),
  program(
    "done",
    "a value a thousand deep",
    "let o: any = {}; for (let i = 0; i < 1000; i++) o = { o }; console.log(o);",
  ),
  program(
    "done",
    "a million keys",
    "const o: any = {}; for (let i = 0; i < 1e5; i++) o['key' + i] = i; console.log(o);",
  ),
  program("done", "a string of 50 million characters", 'console.log("x".repeat(5e7));'),
  program("failed", "an array that is too long", "new Array(-1);"),
  program("failed", "a string that is too long", '"x".repeat(2 ** 30);'),
  program("failed", "a buffer that is too large", "new ArrayBuffer(2 ** 53 - 1);"),
  // Floods.
  program("done", "a hundred thousand lines", "for (let i = 0; i < 100_000; i++) console.log(i);"),
  program("stopped", "lines without end", "while (true) console.log(Math.random());"),
  program(
    "stopped",
    "lines without end, with pauses",
    "while (true) { console.log(1); await new Promise((r) => setTimeout(r)); }",
  ),
  program("stopped", "long lines without end", 'while (true) console.log("word ".repeat(4_000));'),
  program(
    "stopped",
    "long lines without end, with pauses",
    'while (true) { console.log("word ".repeat(4_000)); await new Promise((r) => setTimeout(r)); }',
  ),
  program(
    "stopped",
    "control characters without end",
    'const text = "\\u0001".repeat(20_000); while (true) console.log(text, text, text);',
  ),
  program(
    "stopped",
    "tables without end",
    "const rows = Array.from({ length: 200 }, () => Array(20).fill(1)); while (true) console.table(rows);",
  ),
  program(
    "stopped",
    "lists of objects without end, with pauses",
    "const list = Array.from({ length: 200 }, (_, i) => ({ i, name: 'n' + i })); while (true) { console.log(list); await new Promise((r) => setTimeout(r)); }",
  ),
  program(
    "stopped",
    "long errors without end",
    'while (true) console.log(new Error("x".repeat(20_000)), new Error("y".repeat(20_000)));',
  ),
  program(
    "done",
    "a forged line of a million tables that are one",
    'const row = Array(200).fill(""), rows = Array(200).fill(row), parts = Array(200).fill({ kind: "table", header: row, rows });\nfor (let run = 1; run < 400; run++) postMessage({ type: "console", run, entries: Array(1000).fill({ method: "log", parts, depth: 0, time: 1 }), dropped: 0 });',
  ),
  program("failed", "messages without end", "while (true) postMessage(null);"),
  program("failed", "large messages without end", 'while (true) postMessage({ text: "x".repeat(1000) });'),
  program("done", "a message of 100 MB", "postMessage(new Uint8Array(1e8));"),
  program("done", "a thousand groups", "for (let i = 0; i < 1000; i++) console.group(i);"),
  program(
    "done",
    "a table of a thousand columns",
    "console.table([Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [i, i]))]);",
  ),
  // Forgery.
  program(
    "done",
    "a forged end of another run",
    'postMessage({ type: "done", run: 1e6 }); console.log("on");',
  ),
  program(
    "done",
    "a forged failure of a wrong shape",
    'postMessage({ type: "failed", run: 1, error: { name: 1, message: [], frames: "x" } });',
  ),
  program(
    "done",
    "forged frames",
    'postMessage({ type: "failed", run: 1, error: { name: "a", message: "b", frames: [{ caller: "x", path: 1, line: -1, column: NaN }] } });',
  ),
  program(
    "done",
    "a forged answer to a ping",
    'for (let i = 0; i < 100; i++) postMessage({ type: "pong" });',
  ),
  program(
    "done",
    "a forged order to the frame",
    'postMessage({ type: "boot", worker: "", library: "" }); postMessage({ type: "run", run: 9, entry: "/main.ts", modules: [] });',
  ),
  program(
    "done",
    "a forged trace of a run that is not recorded",
    'postMessage({ type: "trace", run: 1, events: [{ at: 0, kind: "began", handle: 1 }], dropped: 1e300 }); postMessage({ type: "paused", run: 1, paused: true });',
  ),
  program(
    "done",
    "a command to the stepper from the program itself",
    'dispatchEvent(new MessageEvent("message", { data: { type: "stepper", command: { type: "pause" } } }));',
  ),
  program(
    "failed",
    "more events than a page can read",
    'const events = Array.from({ length: 5000 }, () => ({ at: 0, kind: "began", handle: 1 }));\nfor (;;) { postMessage({ type: "trace", run: 1, events, dropped: 0 }); await new Promise((r) => setTimeout(r)); }',
  ),
  program(
    "done",
    "a forged message of Sandpack",
    'postMessage({ codesandbox: true, type: "action", action: "show-error", title: "forged", message: "forged" });',
  ),
  program(
    "done",
    "a message that cannot be cloned",
    "try { postMessage({ f() {} }); } catch (error) { console.log((error as Error).name); }",
  ),
  program(
    "done",
    "an order that the program gives itself",
    'dispatchEvent(new MessageEvent("message", { data: { type: "start", run: 1, entry: "", modules: [], library: "" } }));',
  ),
  program(
    "done",
    "prototypes full of traps",
    'Object.defineProperty(Object.prototype, "type", { get: () => "done", configurable: true });\nconsole.log("on");',
  ),
  // Replaced globals.
  program("done", "no postMessage any more", "(self as any).postMessage = null; console.log(1);"),
  program(
    "done",
    "no timers any more",
    "(self as any).setTimeout = null; (self as any).MessageChannel = null; console.log(1);",
  ),
  program("done", "a clock that lies", "performance.now = () => NaN; Date.now = () => -1; console.log(1);"),
  program(
    "done",
    "stack traces that lie",
    "(Error as any).prepareStackTrace = () => ({}); console.log(new Error('x'));",
  ),
  program(
    "failed",
    "stack traces that throw",
    "(Error as any).prepareStackTrace = () => { throw 1; }; throw new Error('x');",
  ),
  program("done", "the worker closes itself", "self.close();"),
  program("failed", "nothing is thrown", "throw undefined;"),
  program("failed", "null is thrown", "throw null;"),
  program(
    "failed",
    "a proxy is thrown",
    "throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });",
  ),
  program(
    "failed",
    "an error without a name",
    "const e = new Error('x'); Object.defineProperty(e, 'name', { get() { throw 1; } }); Object.defineProperty(e, 'stack', { value: 7 }); throw e;",
  ),
  program(
    "failed",
    "an error in a microtask",
    "queueMicrotask(() => { throw new Error('late'); }); await new Promise((r) => setTimeout(r, 1000));",
  ),
  // Ways out.
  program("done", "localStorage", attempt("(self as any).localStorage")),
  program("done", "the document and its cookies", attempt("(self as any).document")),
  program("done", "the parent", attempt("(self as any).parent ?? (self as any).top")),
  program("done", "a window", attempt("(self as any).open?.('https://example.com') ")),
  program("done", "a service worker", attempt("(navigator as any).serviceWorker?.register('/x.js')")),
  program(
    "done",
    "a database",
    attempt(
      "new Promise((resolve, reject) => { const r = indexedDB.open('x'); r.onsuccess = resolve; r.onerror = reject; })",
    ),
  ),
  program("done", "the cache", attempt("caches.open('x')")),
  program("done", "the origin's files", attempt("navigator.storage.getDirectory()")),
  program("done", "another host", attempt("fetch('https://example.com/')")),
  program("done", "another port of this machine", attempt("fetch('http://localhost:1/')")),
  program(
    "done",
    "a script of another host",
    attempt("import(['https:', '', 'example.com', 'x.js'].join('/'))"),
  ),
  program(
    "done",
    "a script in a data address",
    attempt("import('data:' + 'text/javascript,export default 1')"),
  ),
  program("done", "importScripts", attempt("importScripts('https://example.com/x.js')")),
  program(
    "done",
    "a socket of another host",
    attempt(
      "new Promise((resolve, reject) => { const s = new WebSocket('wss://example.com'); s.onopen = resolve; s.onerror = reject; })",
    ),
  ),
  program(
    "done",
    "events of another host",
    attempt(
      "new Promise((resolve, reject) => { const s = new EventSource('https://example.com'); s.onopen = resolve; s.onerror = reject; })",
    ),
  ),
  program("done", "eval", attempt("(0, eval)('1')")),
  program("done", "new Function", attempt("new Function('return 1')()")),
  program(
    "done",
    "a worker of another host",
    attempt(
      "new Promise((resolve, reject) => { const w = new Worker('https://example.com/x.js'); w.onmessage = resolve; w.onerror = reject; })",
    ),
  ),
  program(
    "done",
    "another pane through a channel",
    'const c = new BroadcastChannel("panes"); c.postMessage("hello"); c.close();',
  ),
  program(
    "failed",
    "more workers than a machine has threads",
    'const url = URL.createObjectURL(new Blob(["while (true);"]));\nfor (let i = 0; i < 1000; i++) new Worker(url);',
  ),
  program(
    "stopped",
    "a worker that loops",
    'const url = URL.createObjectURL(new Blob(["while (true);"]));\nnew Worker(url);\nsetInterval(() => {}, 100);',
  ),

  // Values and errors that resist being looked at.
  program(
    "failed",
    "an error whose every property throws",
    "throw new Proxy(new Error('x'), { get() { throw 1; } });",
  ),
  program(
    "failed",
    "a group of errors without end",
    "const e = new AggregateError([]);\nObject.defineProperty(e, 'errors', { value: { *[Symbol.iterator]() { while (true) yield 1; } } });\nthrow e;",
  ),
  program(
    "failed",
    "a stack of 50 million characters",
    "const e = new Error('x'); e.stack = 'blob:'.repeat(1e7); throw e;",
  ),
  program("failed", "a value that is no text", "throw { [Symbol.toPrimitive]() { throw 1; } };"),
  program(
    "done",
    "an error that throws when it is printed",
    "console.log(Object.defineProperty(new Error('x'), 'message', { get() { throw 1; } }));",
  ),
  program(
    "done",
    "formats that cannot be filled",
    "console.log('%d %i %f %s', Symbol('a'), Symbol('b'), { toString() { throw 1; } }, () => {});\nconsole.trace({ toString() { throw 1; } });",
  ),
  program(
    "done",
    "tables that resist",
    "console.table(new Proxy([], { ownKeys() { throw 1; } }));\nconsole.table([{ get a() { throw 1; } }]);\nconsole.table([{ a: 1 }], Array.from({ length: 1000 }, (_, i) => String(i)));",
  ),
  program(
    "done",
    "arrays with four thousand million holes",
    "console.log(new Array(2 ** 32 - 1)); console.table(new Array(2 ** 32 - 1)); const a: number[] = []; a[4e9] = 1; console.log(a);",
  ),
  program("done", "an array of 100 million bytes", "console.log(new Uint8Array(1e8));"),
  program(
    "done",
    "signs that turn, colour and clear",
    String.raw`console.log("\u202E\u2066\u001b[31mred\u001b[2J\u0007\u0000\uD800");`,
  ),
  // More replaced globals.
  program("done", "a module that passes for a promise", "export const then = () => {};"),
  program(
    "done",
    "lists that lie",
    "Array.prototype.map = () => []; Array.prototype.slice = () => []; Array.prototype.flatMap = () => []; console.log(1);",
  ),
  program("failed", "lists that cannot grow", "Array.prototype.push = null as never; console.log(1);"),
  program(
    "done",
    "promises that lie",
    "Promise.prototype.then = () => { throw 1; }; (globalThis as any).Promise = null; console.log(1);",
  ),
  program(
    "done",
    "messages that are stopped on their way",
    'addEventListener("message", (event) => event.stopImmediatePropagation(), true);\nself.onmessage = () => { throw 1; };\nawait new Promise((resolve) => setTimeout(resolve, 1000));',
  ),
  program(
    "done",
    "the worker closed behind its back",
    "let scope = Object.getPrototypeOf(self);\nwhile (scope && !Object.hasOwn(scope, 'close')) scope = Object.getPrototypeOf(scope);\n(scope ?? self).close.call(self);",
  ),
  // Numbers of things.
  program(
    "done",
    "timers with senseless delays",
    "for (const delay of [NaN, -1, Infinity, 2 ** 40, 'x', {}]) clearTimeout(setTimeout(() => {}, delay as number));\nsetTimeout(() => {}, -Infinity);",
  ),
  program("done", "200,000 timers", "for (let i = 0; i < 2e5; i++) setTimeout(() => {});"),
  program("done", "a million promises", "await Promise.all(Array.from({ length: 1e6 }, async () => {}));"),
  program("done", "a message of a million objects", "postMessage(Array.from({ length: 1e6 }, () => ({})));"),
  program(
    "stopped",
    "two ports that answer each other for ever",
    "const { port1, port2 } = new MessageChannel();\nport1.onmessage = () => port1.postMessage(0);\nport2.onmessage = () => port2.postMessage(0);\nport1.postMessage(0);",
  ),
  program(
    "failed",
    "more workers, by the constructor of their prototype",
    'const url = URL.createObjectURL(new Blob(["while (true);"]));\nfor (let i = 0; i < 1000; i++) new (Worker.prototype.constructor as typeof Worker)(url);',
  ),
  program(
    "failed",
    "WebAssembly memory without end",
    "const kept: unknown[] = [];\nwhile (true) kept.push(new WebAssembly.Memory({ initial: 10_000 }));",
  ),
  // More ways out.
  program("done", "a peer connection", attempt("new (self as any).RTCPeerConnection().createOffer()")),
  program("done", "a transport to another host", attempt("new WebTransport('https://example.com').ready")),
  program(
    "done",
    "a beacon to another host",
    attempt("(navigator as any).sendBeacon?.('https://example.com')"),
  ),
  program("done", "the cookie store", attempt("(self as any).cookieStore?.getAll()")),
  program("done", "a lock that others hold", attempt("navigator.locks.request('x', () => 1)")),
  program("done", "a worker that pages share", attempt("(self as any).SharedWorker")),
  program(
    "done",
    "code of WebAssembly",
    attempt("WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))"),
  ),
];
