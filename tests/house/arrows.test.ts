import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

interface Room {
  /** The rooms that its files may import from, types included. */
  readonly imports: readonly string[];
  readonly because: string;
}

/** The rooms of the library, each below those that may import from it: the order in which its lesson builds an event loop. */
const library: Readonly<Record<string, Room>> = {
  structures: { imports: [], because: "a deque and a heap know nothing of what is in them" },
  errors: { imports: [], because: "anything may throw them" },
  eslint: { imports: [], because: "the rules ask the compiler, and run where no loop does" },
  "context-var.ts": { imports: ["errors"], because: "a context is there without any loop" },
  "coroutine.ts": { imports: ["errors"], because: "a coroutine is a generator, whoever runs it" },
  loop: {
    imports: ["context-var.ts", "coroutine.ts", "errors", "structures"],
    because: "the scheduler runs callbacks, and knows no future and no task",
  },
  futures: {
    imports: ["context-var.ts", "coroutine.ts", "errors", "loop"],
    because: "a future schedules its callbacks",
  },
  locks: {
    imports: ["coroutine.ts", "errors", "futures", "loop", "structures"],
    because: "who waits for a lock waits for a future",
  },
  "executor.ts": { imports: ["errors", "futures", "loop"], because: "an executor answers with a future" },
  tasks: {
    imports: ["context-var.ts", "coroutine.ts", "errors", "futures", "loop", "structures"],
    because: "a task drives a coroutine from future to future",
  },
  iteration: {
    imports: ["context-var.ts", "coroutine.ts", "errors", "futures", "locks", "loop", "tasks"],
    because: "it goes through sources whose items have to be waited for",
  },
  "observer.ts": {
    imports: ["futures", "loop", "tasks"],
    because: "each room declares the events that it emits",
  },
  "event-loop.ts": {
    imports: ["coroutine.ts", "errors", "executor.ts", "futures", "loop", "observer.ts", "tasks"],
    because: "asyncio's face of the scheduler has futures and tasks",
  },
  "runner.ts": {
    imports: ["context-var.ts", "coroutine.ts", "errors", "event-loop.ts", "loop", "tasks"],
    because: "it makes a loop and a main task",
  },
  streams: {
    imports: [
      "context-var.ts",
      "coroutine.ts",
      "errors",
      "event-loop.ts",
      "futures",
      "iteration",
      "loop",
      "tasks",
    ],
    because: "what is read and written is waited for in coroutines",
  },
  executors: {
    imports: [
      "coroutine.ts",
      "errors",
      "event-loop.ts",
      "executor.ts",
      "futures",
      "loop",
      "runner.ts",
      "structures",
    ],
    because: "a loop and a runner bring threads along, and jobs are waited for in coroutines",
  },
  subprocess: {
    imports: ["coroutine.ts", "errors", "event-loop.ts", "futures", "streams", "tasks"],
    because: "a process is read and written as a stream",
  },
  "core.ts": {
    imports: [
      "context-var.ts",
      "coroutine.ts",
      "errors",
      "event-loop.ts",
      "executor.ts",
      "futures",
      "iteration",
      "locks",
      "loop",
      "observer.ts",
      "runner.ts",
      "tasks",
    ],
    because: "it exports what needs nothing of Node",
  },
  "index.ts": {
    imports: ["core.ts", "executors", "streams", "subprocess", "tasks"],
    because: "it exports everything, of tasks also what the core leaves out",
  },
};

/** The rooms of `src/`, each below those that may import from it. A file at the top is a room by itself. */
const site: Readonly<Record<string, Room>> = {
  "async-primitives": { imports: [], because: "the library is published by itself" },
  "site.ts": { imports: [], because: "base path and languages are what all of the site agrees on" },
  "site-address.ts": { imports: [], because: "the configuration asks it before anything else is there" },
  "repository-address.ts": {
    imports: [],
    because: "the configuration asks it before anything else is there",
  },
  loading: { imports: [], because: "whatever is fetched is fetched alike" },
  embed: { imports: [], because: "it is loaded by pages that have nothing else of the site" },
  popover: { imports: [], because: "whatever pops up finds room in the window alike" },
  trace: {
    imports: ["async-primitives"],
    because: "a trace is what loops did, whoever records and whoever draws it",
  },
  "promise-trace": {
    imports: ["trace"],
    because: "what promises did is a trace as well, and needs nothing of the library",
  },
  progress: { imports: ["site.ts"], because: "what a reader has done is kept by names, whatever bears them" },
  offline: { imports: ["loading", "site.ts"], because: "it keeps files, whatever is in them" },
  puzzle: {
    imports: ["loading", "progress", "site.ts"],
    because: "it asks for an order, notes who found it, and knows nothing of the pane around it",
  },
  sandbox: {
    imports: ["async-primitives", "promise-trace", "trace"],
    because: "what runs a reader's program knows nothing of the pane around it",
  },
  build: { imports: [], because: "results are kept by what they were made from, whoever makes them" },
  code: { imports: ["build"], because: "code is checked and highlighted alike, whoever shows it" },
  playground: {
    imports: ["code", "loading", "popover", "progress", "sandbox", "site.ts", "trace"],
    because: "the pane runs programs by way of the sandbox alone, never on the library",
  },
  inspect: {
    imports: ["async-primitives", "loading", "playground", "promise-trace", "sandbox", "site.ts", "trace"],
    because:
      "it watches programs outside of the site with what a pane watches them with, and draws them with its view",
  },
  watch: {
    imports: ["async-primitives", "inspect", "playground", "sandbox", "site.ts", "trace"],
    because:
      "it records the page that it is in as inspect does a process, and draws it with the view of a pane",
  },
  licences: { imports: [], because: "pages list what the build has collected" },
  examples: {
    imports: ["build", "playground", "puzzle", "site.ts", "trace"],
    because: "an example is read from its folder, and its recorded run is drawn as the pane draws it",
  },
  "command-line": {
    imports: ["examples", "inspect", "playground", "site.ts"],
    because: "the command watches programs and writes projects, which a pane does as well",
  },
  glossary: { imports: ["site.ts"], because: "it is data in two languages" },
  markdown: { imports: ["examples"], because: "a page's source is checked where its lines are known" },
  reference: {
    imports: ["build", "code", "examples", "playground", "site.ts"],
    because: "the reference is made from the library's sources as text, and tooltips show what it says",
  },
  "site-pages": {
    imports: ["reference", "site.ts"],
    because: "the list of pages has the written and the generated ones",
  },
  translation: {
    imports: ["build"],
    because: "what was made from which English text is data of the sources",
  },
  components: {
    imports: [
      "code",
      "embed",
      "examples",
      "glossary",
      "licences",
      "loading",
      "offline",
      "playground",
      "popover",
      "progress",
      "puzzle",
      "reference",
      "site-pages",
      "site.ts",
      "translation",
    ],
    because: "pages show what lies below them, and know nothing of the build",
  },
  integrations: {
    imports: [
      "build",
      "code",
      "examples",
      "glossary",
      "licences",
      "offline",
      "playground",
      "progress",
      "reference",
      "site-pages",
      "site.ts",
    ],
    because: "the build serves the same things as files",
  },
  archive: {
    imports: ["integrations", "offline", "site.ts"],
    because: "it packs a site that has been built, and delivers it as the build does",
  },
  "content.config.ts": { imports: ["site-pages"], because: "Astro looks for it here" },
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter(
    (file) => /\.(ts|tsx|astro)$/.test(file) && !/(^|\/)(node_modules|dist|tests)\/|\.d\.ts$/.test(file),
  );

/** What a file imports of `src/`, by paths below it. */
function importsOf(file: string): string[] {
  const text = readFileSync(posix.join("src", file), "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"(\.{1,2}\/[^"]+)"/g)]
    .map(([, specifier = ""]) => posix.join(posix.dirname(file), specifier))
    .filter((path) => files.includes(path));
}

describe.each([
  { name: "the house", folder: "", rooms: site },
  { name: "the library", folder: "async-primitives/", rooms: library },
])("$name", ({ folder, rooms }) => {
  const within = (file: string) => file.startsWith(folder);
  const roomOf = (file: string) => file.slice(folder.length).split("/")[0] ?? "";
  const arrows = files.filter(within).flatMap((file) =>
    importsOf(file)
      .filter(within)
      .filter((path) => roomOf(path) !== roomOf(file))
      .map((path) => ({ file, path, from: roomOf(file), to: roomOf(path) })),
  );

  test("each room has its line in the table", () => {
    const found = [...new Set(files.filter(within).map(roomOf))].sort();
    expect(found).toEqual(Object.keys(rooms).sort());
  });

  test("no room imports from one that the table does not name", () => {
    const unnamed = arrows.filter(({ from, to }) => !rooms[from]?.imports.includes(to));
    expect(unnamed.map(({ file, path }) => `src/${file} imports src/${path}`)).toEqual([]);
  });

  test("each import that the table allows is there", () => {
    const unused = Object.entries(rooms).flatMap(([room, { imports }]) =>
      imports
        .filter((to) => !arrows.some((arrow) => arrow.from === room && arrow.to === to))
        .map((to) => `${room} -> ${to}`),
    );
    expect(unused).toEqual([]);
  });

  test("arrows run one way: in the order of the table each room stands above what it imports", () => {
    const order = Object.keys(rooms);
    const up = Object.entries(rooms).flatMap(([from, { imports }]) =>
      imports.filter((to) => order.indexOf(to) > order.indexOf(from)).map((to) => `${from} -> ${to}`),
    );
    expect(up).toEqual([]);
  });
});
