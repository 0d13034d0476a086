import { expectTypeOf, test } from "vitest";
import {
  createSubprocessExec,
  createSubprocessShell,
  DEVNULL,
  PIPE,
  type Process,
  STDOUT,
  type StreamReader,
  type StreamWriter,
  type SubprocessOptions,
} from "../../index.ts";

test("a process has the streams that were asked for as pipes, and no others", function* () {
  const piped = yield* createSubprocessExec("cat", "-n", { stdin: PIPE, stdout: PIPE, stderr: STDOUT });
  expectTypeOf(piped.stdin).toEqualTypeOf<StreamWriter>();
  expectTypeOf(piped.stdout).toEqualTypeOf<StreamReader>();
  expectTypeOf(piped.stderr).toEqualTypeOf<undefined>();
  const [out, err] = yield* piped.communicate();
  expectTypeOf(out).toEqualTypeOf<Uint8Array>();
  expectTypeOf(err).toEqualTypeOf<undefined>();

  const silent = yield* createSubprocessShell("true", { stdout: DEVNULL });
  expectTypeOf(silent.stdin).toEqualTypeOf<undefined>();
  expectTypeOf(silent.stdout).toEqualTypeOf<undefined>();
  const plain = yield* createSubprocessExec("true", "--help");
  expectTypeOf(plain.stdout).toEqualTypeOf<undefined>();
  expectTypeOf<Process["returncode"]>().toEqualTypeOf<number | undefined>();
});

declare const options: SubprocessOptions;
declare const piped: boolean;
declare const args: string[];

test("a process whose options are not known by their type may have any stream", function* () {
  const unknown = yield* createSubprocessExec("cat", options);
  expectTypeOf(unknown.stdin).toEqualTypeOf<StreamWriter | undefined>();
  expectTypeOf(unknown.stdout).toEqualTypeOf<StreamReader | undefined>();
  expectTypeOf(unknown.stderr).toEqualTypeOf<StreamReader | undefined>();
  const [output] = yield* unknown.communicate();
  expectTypeOf(output).toEqualTypeOf<Uint8Array | undefined>();
  const maybe = yield* createSubprocessShell("cat", {
    stdin: piped ? PIPE : undefined,
    stdout: piped ? PIPE : DEVNULL,
  });
  expectTypeOf(maybe.stdin).toEqualTypeOf<StreamWriter | undefined>();
  expectTypeOf(maybe.stdout).toEqualTypeOf<StreamReader | undefined>();
  expectTypeOf(maybe.stderr).toEqualTypeOf<undefined>();
  const either = yield* createSubprocessShell("cat", piped ? { stdout: PIPE } : {});
  expectTypeOf(either.stdout).toEqualTypeOf<StreamReader | undefined>();
});

test("any process is a Process", function* () {
  const process: Process = yield* createSubprocessExec("cat", { stdout: PIPE });
  expectTypeOf(process.stdout).toEqualTypeOf<StreamReader | undefined>();
  const other: Process = yield* createSubprocessExec("cat");
  void other;
});

test("constants keep their types in an object of options", function* () {
  const settings = { stdin: DEVNULL, stdout: PIPE, stderr: STDOUT };
  const process = yield* createSubprocessExec("cat", ...args, settings);
  expectTypeOf(process.stdout).toEqualTypeOf<StreamReader>();
  expectTypeOf(process.stderr).toEqualTypeOf<undefined>();
});

test("only stderr can go where stdout goes", function* () {
  // @ts-expect-error: STDOUT is for stderr
  yield* createSubprocessShell("true", { stdout: STDOUT });
});
