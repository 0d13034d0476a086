import type { AstroIntegration } from "astro";
import { checkPython, checkTypeScript, type SourceFile, type SyntaxProblem } from "../code/check-syntax.ts";
import { filesIn } from "../examples/files-in.ts";
import { ExampleError, examplesFolder, listExamples, readExample } from "../examples/read-example.ts";
import { findExample, forgetExamples } from "../examples/shelf.ts";

/** Fails the build when any example is incomplete or does not parse, naming file, line and what to do. */
export function checkedExamples(): AstroIntegration {
  return {
    name: "checked-examples",
    hooks: {
      "astro:config:done": ({ logger }) => checkExamples(examplesFolder(), (message) => logger.warn(message)),
      "astro:server:setup": ({ server }) => {
        server.watcher.add(examplesFolder());
        server.watcher.on("change", (file) => {
          if (file.startsWith(examplesFolder())) {
            forgetExamples();
            server.ws.send({ type: "full-reload" });
          }
        });
      },
    },
  };
}

/** Reads every example below `root`, in both languages; throws one error that lists all problems. Warns about what it cannot check. */
export function checkExamples(
  root: string = examplesFolder(),
  warn: (message: string) => void = console.warn,
): void {
  const { sources, problems } = readAll(root);
  const python = checkPython(sources.filter(({ file }) => file.endsWith(".py")));
  if (python === undefined) {
    warn("No python3 on this machine: the syntax of the Python files was not checked.");
  }
  problems.push(
    ...[...checkTypeScript(sources.filter(({ file }) => file.endsWith(".ts"))), ...(python ?? [])].map(
      explain,
    ),
  );
  if (problems.length > 0) {
    throw new Error(`Some examples cannot be shown:\n\n  ${problems.join("\n  ")}\n`);
  }
}

function readAll(root: string): { sources: SourceFile[]; problems: string[] } {
  const sources: SourceFile[] = [];
  const problems: string[] = [];
  const read = root === examplesFolder() ? findExample : (path: string) => readExample(path, root);
  for (const path of listExamples(root)) {
    try {
      const example = read(path);
      filesIn("zh-cn", example);
      sources.push(...example.files.map(({ name, code }) => ({ file: `examples/${path}/${name}`, code })));
    } catch (error) {
      if (!(error instanceof ExampleError)) {
        throw error;
      }
      problems.push(error.message);
    }
  }
  return { sources, problems };
}

function explain({ file, line, column, message }: SyntaxProblem): string {
  return `${file}:${line}:${column}: ${message} Correct the file: an example must parse before a page may show it.`;
}
