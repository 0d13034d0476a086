import {
  type Coroutine,
  createSubprocessExec,
  createSubprocessShell,
  PIPE,
  type Process,
  run,
} from "asyncio-ts";

const stdout = PIPE;

function* output(process: Process<{ stdout: typeof PIPE }>): Coroutine<string> {
  const [out] = yield* process.communicate();
  return new TextDecoder().decode(out).trim();
}

function* main(): Coroutine<void> {
  const line = "echo b a c | tr ' ' '\\n' | sort | head -n 1";
  const first = yield* createSubprocessShell(line, { stdout });
  console.log("the first is", yield* output(first));

  const name = "Ann; echo and whatever Ann likes";
  const risky = yield* createSubprocessShell(`echo hello ${name}`, { stdout });
  console.log("shell:", (yield* output(risky)).replaceAll("\n", " | "));
  const safe = yield* createSubprocessExec("echo", "hello", name, { stdout });
  console.log("exec:", (yield* output(safe)).replaceAll("\n", " | "));
}

await run(main());
