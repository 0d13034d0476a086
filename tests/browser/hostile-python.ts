/** Programs in Python that readers write by accident or on purpose, and how the pane must end each of them. */
export interface HostilePython {
  readonly name: string;
  readonly code: string;
  /** `stopped` stands for: it goes on or blocks, and Stop ends it. */
  readonly ends: "done" | "failed" | "stopped";
}

const program = (ends: HostilePython["ends"], name: string, code: string): HostilePython => ({
  name,
  code,
  ends,
});

/** Prints whether an expression reached what it must not reach. */
const attempt = (expression: string, before = ""): string =>
  `${before}\ntry:\n    got = ${expression}\n    print("absent" if got is None else "reached")\nexcept BaseException as error:\n    print("refused")\n`;

/** The same, awaited on the loop of the host's promises, which CPython's loop knows nothing of. */
const js = "import js";
/** Sends a message from the worker, as the worker itself would. */
const forge = (message: string): string =>
  `import js, json\njs.postMessage(js.JSON.parse(json.dumps(${message})))\nprint("after")\n`;

export const hostilePython: readonly HostilePython[] = [
  // Loops.
  program("stopped", "an empty loop", "while True: pass"),
  program("stopped", "a sleep without end", "import time\ntime.sleep(1e6)"),
  program("stopped", "many short sleeps", "import time\nwhile True: time.sleep(0.001)"),
  program(
    "stopped",
    "catches all that it can",
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
  ),
  program(
    "stopped",
    "a coroutine that gives way for ever",
    "import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())",
  ),
  program(
    "stopped",
    "a coroutine that never gives way",
    "import asyncio\nasync def main():\n    while True: pass\nasyncio.run(main())",
  ),
  program(
    "stopped",
    "a loop that runs for ever",
    "import asyncio\nloop = asyncio.new_event_loop()\nloop.call_later(3600, print)\nloop.run_forever()",
  ),
  program(
    "stopped",
    "a task that refuses to be cancelled",
    "import asyncio\nasync def main():\n    while True:\n        try: await asyncio.sleep(3600)\n        except asyncio.CancelledError: pass\nasyncio.run(main())",
  ),
  program("stopped", "a big calculation in C", "sum(range(10**15))"),
  program(
    "stopped",
    "a regular expression that backtracks",
    'import re\nre.match(r"(a+)+$", "a" * 40 + "b")',
  ),
  program(
    "stopped",
    "an exit that never comes",
    "import atexit\ndef stay():\n    while True: pass\natexit.register(stay)",
  ),
  program(
    "stopped",
    "waits in JavaScript",
    'import pyodide.ffi, js\nmemory = js.WebAssembly.Memory.new(js.JSON.parse(\'{"initial": 1, "maximum": 1, "shared": true}\'))\njs.Atomics.wait(js.Int32Array.new(memory.buffer), 0, 0)\nwhile True: pass',
  ),
  program(
    "failed",
    "a future that nobody completes",
    "import asyncio\nasync def main(): await asyncio.Future()\nasyncio.run(main())",
  ),
  // Sockets, which are in memory.
  program(
    "failed",
    "waits for a connection that nobody makes",
    'import socket\nsocket.create_server(("127.0.0.1", 0)).accept()\nprint("reached")',
  ),
  program(
    "failed",
    "serves for ever",
    'import asyncio\nasync def main():\n    server = await asyncio.start_server(print, "127.0.0.1", 0)\n    await server.serve_forever()\nasyncio.run(main())',
  ),
  program(
    "failed",
    "sends to somebody who never reads",
    'import socket\na, b = socket.socketpair()\nwhile True: a.send(bytes(1000))\nprint("reached")',
  ),
  program(
    "failed",
    "writes without draining",
    'import asyncio\nasync def main():\n    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)\n    _, w = await asyncio.open_connection(*server.sockets[0].getsockname())\n    while True: w.write(bytes(10**8))\nasyncio.run(main())',
  ),
  program(
    "stopped",
    "two that talk for ever",
    'import asyncio\nasync def talk(r, w):\n    w.write(b"x")\n    while d := await r.read(9): w.write(d)\nasync def main():\n    server = await asyncio.start_server(talk, "127.0.0.1", 0)\n    await talk(*await asyncio.open_connection(*server.sockets[0].getsockname()))\nasyncio.run(main())',
  ),
  program(
    "done",
    "connects to the site",
    attempt("socket.create_connection((js.location.hostname or '127.0.0.1', 4331))", "import socket, js"),
  ),
  program(
    "done",
    "breaks the network",
    'import memory_network, asyncio\nmemory_network.by_number = memory_network.host = None\nasync def main(): await asyncio.sleep(0)\ntry: asyncio.run(main())\nexcept BaseException: print("broken")',
  ),
  // Depth and size.
  program("failed", "recursion", "def f(): return f()\nf()"),
  program(
    "failed",
    "recursion with no bound",
    "import sys\nsys.setrecursionlimit(10**8)\ndef f(): return f()\nf()",
  ),
  program(
    "failed",
    "recursion in a repr",
    "class A:\n    def __repr__(self): return repr(self)\nraise ValueError(A())",
  ),
  program("failed", "deep brackets", 'eval("(" * 100000)'),
  program("failed", "memory without end", "kept = []\nwhile True: kept.append(bytearray(10**7))"),
  program("failed", "a list that doubles", "kept = [0]\nwhile True: kept += kept"),
  program("failed", "a huge block", "bytearray(3 * 10**9)"),
  program("failed", "a huge traceback", 'raise ValueError("x" * 10**7)'),
  program(
    "failed",
    "an error that resists",
    "class E(Exception):\n    def __str__(self): raise E\n    __repr__ = __str__\nraise E",
  ),
  program("failed", "an exit with a code", "import sys\nsys.exit(3)"),
  program("done", "an exit without one", "import sys\nsys.exit()"),
  program("failed", "os._exit", "import os\nos._exit(1)"),
  program("failed", "os.abort", "import os\nos.abort()"),
  program("failed", "input", "input()"),
  // Output.
  program("stopped", "output without end", "while True: print('x' * 100)"),
  program("stopped", "output without a line's end", "while True: print('x' * 100, end='')"),
  program("stopped", "errors without end", "import sys\nwhile True: print('x' * 100, file=sys.stderr)"),
  program("done", "a long line", "print('x' * 10**7)"),
  program("done", "bytes that are no text", "import sys\nsys.stdout.buffer.write(bytes(range(256)) * 100)"),
  program(
    "done",
    "markup",
    "print('<img src=x onerror=\"document.title = 1\"><script>document.title = 1</script>')",
  ),
  program("done", "closes its streams", "import sys\nsys.stdout.close()\nsys.stderr.close()"),
  program(
    "done",
    "puts its own in the place of the streams",
    "import io, sys\nsys.stdout = io.StringIO()\nprint('reached')",
  ),
  // Ways out.
  program("done", "no document", attempt("js.document", js)),
  program("done", "no storage", attempt("js.localStorage", js)),
  program("done", "no parent window", attempt("js.parent", js)),
  program("done", "no databases", attempt('js.indexedDB.open("x").result', js)),
  program(
    "done",
    "no synchronous request to the site",
    attempt('(r := js.XMLHttpRequest.new(), r.open("GET", js.location.origin + "/", False), r.send())', js),
  ),
  program(
    "done",
    "no synchronous request elsewhere",
    attempt('(r := js.XMLHttpRequest.new(), r.open("GET", "https://example.com/", False), r.send())', js),
  ),
  program("done", "no evaluated JavaScript", attempt('pyodide.code.run_js("1 + 1")', "import pyodide.code")),
  program("done", "no JavaScript from text", attempt('js.Function.new("return 1")()', js)),
  program("done", "no script of another host", attempt('js.importScripts("https://example.com/x.js")', js)),
  program(
    "done",
    "no script of the site",
    attempt('js.importScripts("http://localhost:4331/service-worker.js")', js),
  ),
  program("done", "no packages", attempt('__import__("micropip")')),
  program("done", "no shell", attempt('__import__("subprocess").run(["ls"])')),
  program("done", "no system", attempt('__import__("os").system("ls") == 0 or None')),
  program("done", "no fork", attempt('__import__("os").fork()')),
  program("done", "no thread", attempt('__import__("threading").Thread(target=print).start() or 1')),
  program(
    "done",
    "no urllib",
    attempt('urlopen("http://localhost:4331/")', "from urllib.request import urlopen"),
  ),
  program("done", "no files of the host", attempt('open("/etc/passwd").read()')),
  program(
    "failed",
    "more workers than there may be",
    "import js\nfor _ in range(100): js.Worker.new(js.URL.createObjectURL(js.Blob.new(js.JSON.parse('[\"\"]'))))",
  ),
  program(
    "done",
    "takes the interpreter's own modules away",
    "import sys\nfor name in list(sys.modules):\n    if name not in ('sys', 'builtins', '__main__'): sys.modules.pop(name)\nprint('after')",
  ),
  program(
    "done",
    "spoils what the runner uses",
    "import json, traceback\njson.dumps = None\ntraceback.TracebackException = None\nprint('after')",
  ),
  program(
    "failed",
    "spoils it and fails",
    "import json, traceback\njson.dumps = None\ntraceback.TracebackException = None\nraise ValueError",
  ),
  // Forged messages.
  program(
    "done",
    "a forged message of another run",
    forge('{"type": "console", "run": 10**6, "entries": [], "dropped": 0}'),
  ),
  program("done", "a forged message of no known type", forge('{"type": "reached", "run": 1}')),
  program("done", "a forged answer", forge('{"type": "prepared", "snapshot": "x"}')),
  program(
    "done",
    "a forged trace",
    forge('{"type": "trace", "run": 1, "events": [1, 2, 3], "dropped": "x"}'),
  ),
  program(
    "failed",
    "one message that weighs as much as a flood",
    `import js\njs.postMessage(js.JSON.parse('{"events": [' + "0," * 500_000 + '0]}'))\nwhile True: pass`,
  ),
  // What pauses a run that is recorded.
  program(
    "done",
    "forged pauses",
    forge('{"type": "paused", "run": 1, "paused": True}').replace(
      "print(",
      'js.postMessage(js.JSON.parse(\'{"type": "undriven", "run": 1}\'))\nprint(',
    ),
  ),
  program(
    "failed",
    "a flood of forged pauses",
    `import js\nmessages = [js.JSON.parse('{"type": "paused", "run": %d, "paused": %s}' % (run, paused)) for run in range(99) for paused in ("true", "false")]\nwhile True:\n    for message in messages: js.postMessage(message)`,
  ),
  program(
    "stopped",
    "a command that the reader has not given",
    `import js\njs.dispatchEvent(js.MessageEvent.new("message", js.JSON.parse('{"data": {"type": "stepper", "command": {"type": "resume"}}}')))\nwhile True: pass`,
  ),
  program(
    "stopped",
    "takes away what suspends it",
    "import asyncio, pyodide.ffi, _pyodide_core\nfor module in (pyodide.ffi, _pyodide_core): module.run_sync = module.can_run_sync = None\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())",
  ),
  program(
    "failed",
    "takes away the loop that waits",
    "import asyncio\nasync def main():\n    asyncio.events._set_running_loop = asyncio.tasks.ensure_future = asyncio.ensure_future = None\n    await asyncio.Future()\nasyncio.run(main())",
  ),
  program(
    "stopped",
    "breaks the gate",
    'import asyncio, gc\nfor thing in gc.get_objects():\n    if type(thing).__name__ == "Gate": thing._host = thing._before_waiting = None\nasync def main():\n    while True: await asyncio.sleep(0)\nwhile True:\n    try: asyncio.run(main())\n    except BaseException: pass',
  ),
  program(
    "stopped",
    "runs a loop while it is suspended",
    "import asyncio, js\nfrom pyodide.ffi import create_proxy\nasync def main():\n    while True: await asyncio.sleep(0.001)\njs.setInterval(create_proxy(lambda *_: asyncio.run(asyncio.sleep(0))), 1)\nasyncio.run(main())",
  ),
  program("stopped", "closes the worker", "import js\njs.close()\nwhile True: pass"),
];
