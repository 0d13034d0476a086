import type { Language } from "../src/site.ts";
import { checkExamplePath, titleOf } from "./names.ts";
import { writeNew } from "./write-new.ts";

const port = `import { type Coroutine, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  console.log("before the wait");
  yield* sleep(0.1);
  console.log("after the wait");
}

await run(main());
`;

const plain = `function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function main(): Promise<void> {
  console.log("before the wait");
  await sleep(0.1);
  console.log("after the wait");
}

await main();
`;

const python = `import asyncio


async def main():
    print("before the wait")
    await asyncio.sleep(0.1)
    print("after the wait")


asyncio.run(main())
`;

interface Written {
  readonly files: string[];
  /** What is to be done now. */
  readonly next: string[];
}

/** A program that runs as it is, in its three versions. Its output is recorded from CPython, and so is not here. */
export function newExample(word: string | undefined, root: string): Written {
  const path = checkExamplePath(word);
  const metadata = { title: titlesOf(path), active: "main.ts", runtime: "browser" };
  return {
    files: write(path, root, { "main.ts": port, "plain.ts": plain, "main.py": python }, metadata),
    next: [
      `Write the program in main.py first, then its ports. Delete plain.ts if plain promises cannot do it.`,
      ...steps(path, "CPython"),
    ],
  };
}

/** The same of an example about the host's own loop, or another thing of which Python has no counterpart. */
export function newHostExample(word: string | undefined, root: string): Written {
  const path = checkExamplePath(word);
  const metadata = { title: titlesOf(path), active: "plain.ts", runtime: "browser", judge: "host" };
  return {
    files: write(path, root, { "plain.ts": plain }, metadata),
    next: [
      `Write the program in plain.ts, and in main.ts if the library has a part in it.`,
      ...steps(path, "Node"),
    ],
  };
}

function steps(path: string, judge: string): string[] {
  return [
    `Give it a title in both languages in example.json.`,
    `npm run record -- ${path}      writes output.txt with what ${judge} prints`,
    `npm run test:examples -- -t ${path}      runs every version`,
    `<Example path="${path}" />      shows it on a page`,
  ];
}

function titlesOf(path: string): Record<Language, string> {
  const title = titleOf(path.split("/")[1] ?? "");
  return { en: title, "zh-cn": title };
}

function write(path: string, root: string, programs: Record<string, string>, metadata: object): string[] {
  const all = { ...programs, "example.json": `${JSON.stringify(metadata, null, 2)}\n` };
  return writeNew(
    root,
    Object.fromEntries(Object.entries(all).map(([name, text]) => [`examples/${path}/${name}`, text])),
  );
}
