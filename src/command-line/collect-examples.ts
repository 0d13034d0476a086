import { filesIn } from "../examples/files-in.ts";
import { type Example, type ExampleFile, listExamples, readExample } from "../examples/read-example.ts";
import type { CarriedExample, CarriedExamples } from "./carried-examples.ts";

/** All examples of the site, as the package carries them. Throws an `ExampleError` for one that is wrong. */
export function collectExamples(): CarriedExamples {
  return Object.fromEntries(listExamples().map((path) => [path, carried(readExample(path))]));
}

function carried(example: Example): CarriedExample {
  const { title, files } = example;
  const chinese = filesIn("zh-cn", example).filter(({ code }, index) => code !== files[index]?.code);
  // The first file is the port, or where an exercise begins.
  const main = (files[0] as ExampleFile).name;
  return { title, main, files: { en: byName(files), "zh-cn": byName(chinese) } };
}

function byName(files: readonly ExampleFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ name, code }) => [name, code]));
}
