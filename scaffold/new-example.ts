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

/** A program that runs as it is, in its three versions. Its output is recorded from CPython, and so is not here. */
export function newExample(word: string | undefined, root: string): { files: string[]; next: string[] } {
  const path = checkExamplePath(word);
  const title = titleOf(path.split("/")[1] ?? "");
  const metadata = { title: { en: title, "zh-cn": title }, active: "main.ts", runtime: "browser" };
  const folder = `examples/${path}`;
  const files = writeNew(root, {
    [`${folder}/main.ts`]: port,
    [`${folder}/plain.ts`]: plain,
    [`${folder}/main.py`]: python,
    [`${folder}/example.json`]: `${JSON.stringify(metadata, null, 2)}\n`,
  });
  return {
    files,
    next: [
      `Write the program in main.py first, then its ports. Delete plain.ts if plain promises cannot do it.`,
      `Give it a title in both languages in example.json.`,
      `npm run record -- ${path}      writes output.txt with what CPython prints`,
      `npm run test:examples -- -t ${path}      runs every version`,
      `<Example path="${path}" />      shows it on a page`,
    ],
  };
}
