import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  type Coroutine,
  createSubprocessExec,
  createSubprocessShell,
  NotImplementedError,
  PIPE,
  type Process,
  run,
  timeout,
} from "../../index.ts";
import { readStdin } from "../../streams/memory/no-stdin.ts";
import { decode, encode } from "./networks.ts";

const library = fileURLToPath(new URL("../../index.ts", import.meta.url));

/** A program of its own. It has `print(text)` for its main coroutine. */
function argumentsOf(main: string): string[] {
  const program = `
    import { asyncFor, createTask, openStdin, run, sleep } from ${JSON.stringify(library)};
    const decode = (data) => new TextDecoder().decode(data).trim();
    const print = (text) => process.stdout.write(text + "\\n");
    function* main() { ${main} }
    await run(main());
    ${'print("through");'}
  `;
  return ["--conditions=asyncio-ts-source", "--input-type=module", "-e", program];
}

/** Starts a program, and lets a block speak with it, for as long as the slowest machine may take. */
function speakTo<T>(
  main: string,
  block: (child: Process<{ stdin: typeof PIPE; stdout: typeof PIPE }>) => Coroutine<T>,
): Promise<T> {
  return run(
    timeout(60, function* () {
      const child = yield* createSubprocessExec(process.execPath, ...argumentsOf(main), {
        stdin: PIPE,
        stdout: PIPE,
      });
      return yield* block(child);
    }),
  );
}

const echoLines = `
  yield* asyncFor(yield* openStdin(), function* (line) {
    print("got " + decode(line));
  });
  print("end");
`;

describe("standard input", () => {
  test("comes line by line, to its end", async () => {
    const lines = await speakTo(echoLines, function* ({ stdin, stdout }) {
      const answers: string[] = [];
      for (const line of ["one", "two"]) {
        stdin.write(encode(`${line}\n`));
        answers.push(decode(yield* stdout.readline()));
      }
      stdin.close();
      return [...answers, decode(yield* stdout.read())];
    });
    expect(lines).toEqual(["got one\n", "got two\n", "end\nthrough\n"]);
  });

  test("is a file as well, and nothing", async () => {
    const outputs: string[] = [];
    for (const source of ["< /dev/null", `< ${JSON.stringify(fileURLToPath(import.meta.url))}`]) {
      const command = [process.execPath, ...argumentsOf(echoLines)].map(
        (each) => `'${each.replaceAll("'", "'\\''")}'`,
      );
      function* main(): Coroutine<Uint8Array> {
        const child = yield* createSubprocessShell(`${command.join(" ")} ${source}`, { stdout: PIPE });
        return yield* child.stdout.read();
      }
      outputs.push(decode(await run(timeout(60, main))));
    }
    expect(outputs[0]).toBe("end\nthrough\n");
    expect(outputs[1]).toMatch(
      /^got import \{ fileURLToPath \} from "node:url";\n(?:.|\n)*\nend\nthrough\n$/,
    );
  });

  test("keeps no program alive after its run, though nobody has closed it", async () => {
    const code = await speakTo(
      `print("got " + decode(yield* (yield* openStdin()).readline()));`,
      function* (child) {
        child.stdin.write(encode("only\n"));
        const output = decode(yield* child.stdout.read());
        return [output, yield* child.wait()];
      },
    );
    expect(code).toEqual(["got only\nthrough\n", 0]);
  });

  test("is paused while nobody reads, and nothing is lost", async () => {
    const main = `
      const stdin = yield* openStdin({ limit: 1000 });
      yield* sleep(0.05);
      let size = 0;
      yield* asyncFor(stdin, function* (line) { size += line.length; });
      print(String(size));
    `;
    const size = await speakTo(main, function* ({ stdin, stdout }) {
      for (let i = 0; i < 10_000; i++) {
        stdin.write(encode(`${"x".repeat(99)}\n`));
        yield* stdin.drain();
      }
      stdin.close();
      return decode(yield* stdout.readline());
    });
    expect(size).toBe("1000000\n");
  });

  test("has one reader at a time", async () => {
    const main = `
      yield* openStdin();
      try {
        yield* openStdin();
      } catch (error) {
        print(error.name + ": " + error.message);
      }
    `;
    const refusal = await speakTo(main, ({ stdout }) => stdout.readline());
    expect(decode(refusal)).toBe("RuntimeError: Standard input has a reader already: read from that one\n");
  });

  test("is refused where there are no processes", () => {
    expect(readStdin).toThrow(NotImplementedError);
  });
});
