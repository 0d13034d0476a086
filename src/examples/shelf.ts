import { oncePerProcess } from "../build/once-per-process.ts";
import { type Example, listExamples, readExample } from "./read-example.ts";

/** The examples that have been read, by path. A page in two languages, a listing and the types all show the same ones. */
const shelf = oncePerProcess("examples", () => new Map<string, Example>());

/** One of the site's examples, read when it is asked for first. Throws {@link ExampleError} as {@link readExample} does. */
export function findExample(path: string): Example {
  const known = shelf.get(path);
  if (known !== undefined) {
    return known;
  }
  const example = readExample(path);
  shelf.set(path, example);
  return example;
}

/** All of them, in alphabetical order. */
export function findAllExamples(): Example[] {
  return listExamples().map(findExample);
}

/** Has them read anew: some of their files have changed. */
export function forgetExamples(): void {
  shelf.clear();
}
