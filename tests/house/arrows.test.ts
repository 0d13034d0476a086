import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

interface Room {
  /** The rooms that its files may import from, types included. */
  readonly imports: readonly string[];
  readonly because: string;
}

/** The rooms of `src/`, each below those that may import from it. A file at the top is a room by itself. */
const rooms: Readonly<Record<string, Room>> = {
  "async-primitives": { imports: [], because: "the library is published by itself" },
  "site.ts": { imports: [], because: "base path and languages are what all of the site agrees on" },
  "site-address.ts": { imports: [], because: "the configuration asks it before anything else is there" },
  trace: {
    imports: ["async-primitives"],
    because: "a trace is what loops did, whoever records and whoever draws it",
  },
  sandbox: {
    imports: ["async-primitives", "trace"],
    because: "what runs a reader's program knows nothing of the pane around it",
  },
  recording: { imports: ["async-primitives", "trace"], because: "Node records with the same recorder" },
  playground: {
    imports: ["sandbox", "site.ts", "trace"],
    because: "the pane runs programs by way of the sandbox alone, never on the library",
  },
  licences: { imports: [], because: "pages list what the build has collected" },
  code: { imports: [], because: "code is checked and highlighted alike, whoever shows it" },
  examples: {
    imports: ["playground", "recording", "site.ts", "trace"],
    because: "an example is read from its folder, and its recorded run is drawn as the pane draws it",
  },
  glossary: { imports: ["site.ts"], because: "it is data in two languages" },
  markdown: { imports: ["examples"], because: "a page's source is checked where its lines are known" },
  reference: {
    imports: ["code", "examples", "site.ts"],
    because: "the reference is made from the library's sources as text, and the examples that use a name",
  },
  "site-pages": {
    imports: ["reference"],
    because: "the list of pages has the written and the generated ones",
  },
  offline: { imports: ["site.ts"], because: "it keeps files, whatever is in them" },
  components: {
    imports: ["code", "examples", "glossary", "licences", "playground", "reference", "site.ts"],
    because: "pages show what lies below them, and know nothing of the build",
  },
  integrations: {
    imports: ["code", "examples", "glossary", "licences", "playground", "site-pages", "site.ts"],
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

function roomOf(file: string): string {
  return file.split("/")[0] ?? "";
}

/** What a file imports of `src/`, by paths below it. */
function importsOf(file: string): string[] {
  const text = readFileSync(posix.join("src", file), "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"(\.{1,2}\/[^"]+)"/g)]
    .map(([, specifier = ""]) => posix.join(posix.dirname(file), specifier))
    .filter((path) => files.includes(path));
}

test("each room of the house has its line in the table", () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(rooms).sort());
});

test("no room imports from one that the table does not name", () => {
  const arrows = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => roomOf(path) !== roomOf(file))
      .filter((path) => !rooms[roomOf(file)]?.imports.includes(roomOf(path)))
      .map((path) => `src/${file} imports src/${path}`),
  );
  expect(arrows).toEqual([]);
});

test("the table names no arrow that is not there", () => {
  const drawn = new Set(
    files.flatMap((file) => importsOf(file).map((path) => `${roomOf(file)} -> ${roomOf(path)}`)),
  );
  const named = Object.entries(rooms).flatMap(([room, { imports }]) =>
    imports.map((to) => `${room} -> ${to}`),
  );
  expect(named.filter((arrow) => !drawn.has(arrow))).toEqual([]);
});

test("arrows run one way: the rooms can be told in an order in which each stands above what it imports", () => {
  const told = new Set<string>();
  const rest = new Map(Object.entries(rooms));
  for (let before = -1; told.size !== before; ) {
    before = told.size;
    for (const [room, { imports }] of rest) {
      if (imports.every((to) => told.has(to))) {
        told.add(room);
        rest.delete(room);
      }
    }
  }
  expect([...rest.keys()]).toEqual([]);
});
