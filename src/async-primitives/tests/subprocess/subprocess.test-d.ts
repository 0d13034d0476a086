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

test("only stderr can go where stdout goes", function* () {
  // @ts-expect-error: STDOUT is for stderr
  yield* createSubprocessShell("true", { stdout: STDOUT });
});
