import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import {
  BrokenPipeError,
  CancelledError,
  ConnectionResetError,
  type Coroutine,
  createSubprocessExec,
  createSubprocessShell,
  createTask,
  DEVNULL,
  FileNotFoundError,
  gather,
  getRunningLoop,
  NotImplementedError,
  PermissionError,
  PIPE,
  ProcessLookupError,
  run,
  STDOUT,
  sleep,
  TimeoutError,
  timeout,
} from "../../index.ts";
import { spawn } from "../../subprocess/no-processes.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (data: Uint8Array): string => new TextDecoder().decode(data);

const moreThanAPipeHolds = 5_000_000;

/** A program that runs as a Node of its own. */
const node = (program: string): [string, string, string] => [process.execPath, "-e", program];

function* thrownBy(coroutine: Coroutine<unknown>): Coroutine<unknown> {
  try {
    yield* coroutine;
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("a process", () => {
  test("answers with its output, its errors and its return code", async () => {
    function* main(): Coroutine<unknown> {
      const child = yield* createSubprocessShell("echo out; echo err >&2; exit 3", {
        stdout: PIPE,
        stderr: PIPE,
      });
      expect(child.returncode).toBeUndefined();
      expect(child.pid).toBeGreaterThan(0);
      const [out, err] = yield* child.communicate();
      return [decode(out), decode(err), child.returncode];
    }
    expect(await run(main())).toEqual(["out\n", "err\n", 3]);
  });

  test("may be a line for the shell that is empty", async () => {
    function* main(): Coroutine<number[]> {
      const children = [
        yield* createSubprocessShell(""),
        yield* createSubprocessShell("", { stderr: STDOUT }),
      ];
      return yield* gather(children.map((child) => child.wait()));
    }
    expect(await run(main())).toEqual([0, 0]);
  });

  test("takes its arguments one by one, and says so to who hands it a list", async () => {
    const exec = createSubprocessExec as (...args: unknown[]) => Coroutine<unknown>;
    expect(await run(thrownBy(exec("echo", ["hi"])))).toEqual(
      new TypeError(
        "createSubprocessExec() takes arguments one by one, got an array: spread it, as in createSubprocessExec(program, ...args)",
      ),
    );
    expect(await run(thrownBy(exec(["echo", "hi"])))).toBeInstanceOf(TypeError);
  });

  test.each<[string, unknown[], new () => Error, string]>([
    ["a program without a name", [""], PermissionError, "runs no program without a name"],
    ["a null character", ["echo", "a\0b"], RangeError, "without null characters"],
    ["no options", ["echo", null], TypeError, "createSubprocessExec() takes options, an object, got null"],
    ["a folder that is a number", ["echo", { cwd: 5 }], TypeError, "the path of a folder as cwd, got 5"],
    [
      "an environment that is none",
      ["echo", { env: 5 }],
      TypeError,
      "names with their texts as env, an object, got 5",
    ],
    ["a value in it that is a number", ["echo", { env: { A: 5 } }], TypeError, "text as env.A, got 5"],
  ])("is not started with %s", async (_, args, error, message) => {
    const exec = createSubprocessExec as (...args: unknown[]) => Coroutine<unknown>;
    const thrown = await run(thrownBy(exec(...args)));
    expect(thrown).toBeInstanceOf(error);
    expect((thrown as Error).message).toContain(message);
  });

  test("is not started when its reader cannot be made", async () => {
    const started: unknown[] = [];
    function* main(): Coroutine<unknown> {
      getRunningLoop().observe((event) => {
        if (event.kind === "future named") {
          started.push(event.name);
        }
      });
      return yield* thrownBy(createSubprocessShell("sleep 60", { stdout: PIPE, limit: 0 }));
    }
    expect(await run(main())).toBeInstanceOf(RangeError);
    expect(started).toEqual([]);
  });

  test("takes its arguments as they are", async () => {
    function* main(): Coroutine<string> {
      const child = yield* createSubprocessExec("printf", "%s|", "a b", "$HOME", "'", { stdout: PIPE });
      expect(child.stdin).toBeUndefined();
      const [out] = yield* child.communicate();
      return decode(out);
    }
    expect(await run(main())).toBe("a b|$HOME|'|");
  });

  test("reads what it is given", async () => {
    function* main(): Coroutine<string> {
      const child = yield* createSubprocessExec("sort", { stdin: PIPE, stdout: PIPE });
      const [out] = yield* child.communicate(encode("b\na\n"));
      return decode(out);
    }
    expect(await run(main())).toBe("a\nb\n");
  });

  test("is talked to line by line", async () => {
    function* main(): Coroutine<string[]> {
      const child = yield* createSubprocessExec("cat", { stdin: PIPE, stdout: PIPE });
      const lines: string[] = [];
      for (const line of ["one\n", "two\n"]) {
        child.stdin.write(encode(line));
        yield* child.stdin.drain();
        lines.push(decode(yield* child.stdout.readline()));
      }
      child.stdin.close();
      expect((yield* child.stdout.read()).length).toBe(0);
      expect(yield* child.wait()).toBe(0);
      return lines;
    }
    expect(await run(main())).toEqual(["one\n", "two\n"]);
  });

  test("tells observers what is waited for: its start, its output, its end", async () => {
    const named: string[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().observe((event) => {
        if (event.kind !== "future named") {
          return;
        }
        named.push(event.of === undefined ? event.name : `${event.of.constructor.name}.${event.name}`);
      });
      const child = yield* createSubprocessExec("cat", { stdin: PIPE, stdout: PIPE });
      child.stdin.close();
      expect((yield* child.stdout.read()).length).toBe(0);
      const other = yield* createSubprocessShell("cat", { stdin: PIPE });
      other.stdin.close();
      yield* other.wait();
    }
    await run(main());
    // Whether one still waits for the end of what has closed its output, the system decides.
    expect(named).toEqual([
      "createSubprocessExec",
      "StreamReader.read",
      "createSubprocessShell",
      "Process.wait",
    ]);
  });

  test("runs in the folder and the environment that it is given", async () => {
    function* main(): Coroutine<string> {
      const child = yield* createSubprocessShell('echo "$PWD $COLOUR $HOME"', {
        stdout: PIPE,
        cwd: "/",
        env: { COLOUR: "red" },
      });
      return decode((yield* child.communicate())[0]);
    }
    expect(await run(main())).toBe("/ red \n");
  });

  test("joins its errors to its output, in the order in which they came", async () => {
    function* main(): Coroutine<string[]> {
      const program = "echo one; echo two >&2; echo three";
      const shell = yield* createSubprocessShell(program, { stdout: PIPE, stderr: STDOUT });
      const exec = yield* createSubprocessExec("sh", "-c", program, { stdout: PIPE, stderr: STDOUT });
      expect(exec.stderr).toBeUndefined();
      const outputs = [decode((yield* shell.communicate())[0]), decode((yield* exec.communicate())[0])];
      return outputs;
    }
    expect(await run(main())).toEqual(["one\ntwo\nthree\n", "one\ntwo\nthree\n"]);
  });

  test("writes into the void and reads nothing with DEVNULL", async () => {
    function* main(): Coroutine<number> {
      const child = yield* createSubprocessExec("cat", { stdin: DEVNULL, stdout: DEVNULL, stderr: DEVNULL });
      return yield* child.wait();
    }
    expect(await run(main())).toBe(0);
  });

  test("does not get stuck on a full pipe: input and both outputs flow at the same time", async () => {
    function* main(): Coroutine<number[]> {
      const program =
        'process.stdin.on("data", (d) => { process.stdout.write(d); process.stderr.write(d); })';
      const child = yield* createSubprocessExec(...node(program), {
        stdin: PIPE,
        stdout: PIPE,
        stderr: PIPE,
      });
      const [out, err] = yield* child.communicate(new Uint8Array(moreThanAPipeHolds));
      return [out.length, err.length];
    }
    expect(await run(main())).toEqual([moreThanAPipeHolds, moreThanAPipeHolds]);
  });

  test("makes drain() wait while it does not read", async () => {
    function* main(): Coroutine<void> {
      const child = yield* createSubprocessExec("sleep", "3600", { stdin: PIPE });
      child.stdin.write(new Uint8Array(moreThanAPipeHolds));
      expect(yield* thrownBy(timeout(0.01, () => child.stdin.drain()))).toBeInstanceOf(TimeoutError);
      const draining = createTask(thrownBy(child.stdin.drain()));
      yield* sleep(0);
      child.kill();
      const error = yield* draining;
      expect([BrokenPipeError, ConnectionResetError]).toContain((error as Error).constructor);
      yield* child.wait();
    }
    await run(main());
  });

  test("that does not read its input does not fail communicate()", async () => {
    function* main(): Coroutine<number | undefined> {
      const child = yield* createSubprocessExec("true", { stdin: PIPE });
      yield* child.communicate(new Uint8Array(moreThanAPipeHolds));
      return child.returncode;
    }
    expect(await run(main())).toBe(0);
  });

  test.each([
    ["terminate", -15],
    ["kill", -9],
  ] as const)("ends with minus the number of the signal after %s()", async (method, returncode) => {
    function* main(): Coroutine<number> {
      const child = yield* createSubprocessExec("sleep", "3600");
      child[method]();
      return yield* child.wait();
    }
    expect(await run(main())).toBe(returncode);
  });

  test("is sent signals by name and by number, until it has ended", async () => {
    function* main(): Coroutine<number> {
      const child = yield* createSubprocessExec("sleep", "3600");
      child.sendSignal("SIGSTOP");
      child.sendSignal("SIGCONT");
      child.sendSignal(1);
      const returncode = yield* child.wait();
      expect(() => child.terminate()).toThrow(ProcessLookupError);
      return returncode;
    }
    expect(await run(main())).toBe(-1);
  });

  test("is waited for by several tasks, one of which gives up", async () => {
    function* main(): Coroutine<number[]> {
      const child = yield* createSubprocessExec("sleep", "3600");
      const impatient = createTask(child.wait());
      const others = gather(child.wait(), child.wait());
      yield* sleep(0);
      impatient.cancel();
      expect(yield* thrownBy(impatient as never)).toBeInstanceOf(CancelledError);
      expect(child.returncode).toBeUndefined();
      child.kill();
      return [...(yield* others), yield* child.wait()];
    }
    expect(await run(main())).toEqual([-9, -9, -9]);
  });

  test("leaves no zombie", async () => {
    function* main(): Coroutine<number[]> {
      const children = yield* gather(Array.from({ length: 10 }, () => createSubprocessExec("true")));
      yield* gather(children.map((child) => child.wait()));
      return children.map((child) => child.pid);
    }
    const pids = await run(main());
    const states = execFileSync("ps", ["-o", "pid=,stat=", "--ppid", String(process.pid)], {
      encoding: "utf8",
    });
    for (const pid of pids) {
      expect(states).not.toMatch(new RegExp(`^ *${pid} `, "m"));
    }
  });

  test("is ended with the run that started it", async () => {
    function* main(): Coroutine<number> {
      const child = yield* createSubprocessExec("sleep", "3600", { stdout: PIPE });
      return child.pid;
    }
    const pid = await run(main());
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test("is ended when the task that starts it is cancelled meanwhile", async () => {
    function* main(): Coroutine<void> {
      const starting = createTask(createSubprocessExec("sleep", "3600"));
      yield* sleep(0);
      starting.cancel();
      expect(yield* thrownBy(starting as never)).toBeInstanceOf(CancelledError);
    }
    await run(main());
    await expect.poll(() => childrenNamed("sleep")).toEqual([]);
  });
});

describe("a process that cannot be started", () => {
  test.each([{ stderr: STDOUT }, {}] as const)(
    "names the program that is missing, with %o",
    async (options) => {
      const error = await run(thrownBy(createSubprocessExec("no-such-program", options)));
      expect(error).toBeInstanceOf(FileNotFoundError);
      expect((error as Error).message).toContain("no-such-program");
    },
  );

  test("names the folder that is missing", async () => {
    const error = await run(thrownBy(createSubprocessExec("true", { cwd: "/no/such/folder" })));
    expect(error).toBeInstanceOf(FileNotFoundError);
    expect((error as Error).message).toContain("/no/such/folder");
  });

  test("tells a file that is no program", async () => {
    expect(await run(thrownBy(createSubprocessExec("/etc/passwd")))).toBeInstanceOf(PermissionError);
  });

  test("is refused when its streams lead nowhere, its arguments are no text, or input has no pipe", async () => {
    await expect(run(createSubprocessExec("true", { stdin: "file" as never }))).rejects.toThrow(
      "PIPE, DEVNULL",
    );
    await expect(run(createSubprocessExec("true", 1 as never))).rejects.toThrow(TypeError);
    function* main(): Coroutine<void> {
      const child = yield* createSubprocessExec("true");
      yield* child.communicate(encode("input"));
    }
    await expect(run(main())).rejects.toThrow("stdin: PIPE");
  });

  test("says in a browser why there are none", () => {
    const starting = spawn({ shell: "true" }, {});
    expect(() => starting.next()).toThrow(NotImplementedError);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function childrenNamed(name: string): string[] {
  const list = execFileSync("ps", ["-o", "comm=", "--ppid", String(process.pid)], { encoding: "utf8" });
  return list.split("\n").filter((line) => line === name);
}

describe("a session of its own", () => {
  /** A shell that has started a program which holds the pipe as well, and waits for it. */
  const family = ["sh", "-c", "sleep 60 & echo ready; wait"] as const;

  test("is a group that one signal reaches as a whole", async () => {
    function* main(): Coroutine<[number, number]> {
      const child = yield* createSubprocessExec(...family, { stdout: PIPE, startNewSession: true });
      yield* child.stdout.readline();
      process.kill(-child.pid, "SIGKILL");
      const rest = yield* timeout(30, () => child.stdout.read());
      return [yield* child.wait(), rest.length];
    }
    expect(await run(main())).toEqual([-9, 0]);
  });

  test("is there only when it is asked for", async () => {
    function* main(): Coroutine<void> {
      const child = yield* createSubprocessExec("sh", "-c", "echo ready; read line", {
        stdin: PIPE,
        stdout: PIPE,
      });
      yield* child.stdout.readline();
      expect(() => process.kill(-child.pid, 0)).toThrow("ESRCH");
      yield* child.communicate();
    }
    await run(main());
  });

  test("is asked for with true", async () => {
    const options = { startNewSession: "yes" as unknown as boolean };
    await expect(run(createSubprocessExec("true", options))).rejects.toThrow(
      "createSubprocessExec() takes true or false as startNewSession, got the string",
    );
  });
});
