import type { Language } from "../site.ts";
import { findComments } from "./find-comments.ts";
import { type Example, ExampleError, type ExampleFile } from "./read-example.ts";

/**
 * An example's files as readers of a language see them: the program is the same, and so are its lines; its comments are
 * in that language, as far as somebody has translated them. Throws an {@link ExampleError} when a translation does not fit.
 */
export function filesIn(language: Language, example: Example): readonly ExampleFile[] {
  if (language === "en") {
    return example.files;
  }
  rejectStrayTranslations(example);
  return example.files.map((file) => ({ ...file, code: translated(file, example) }));
}

function translated({ name, code }: ExampleFile, { path, comments }: Example): string {
  let chinese = "";
  let end = 0;
  for (const { text, lines } of findComments(code, name)) {
    const translation = comments[text]?.split("\n") ?? [];
    if (translation.length > 0 && translation.length !== lines.length) {
      throw new ExampleError(
        `examples/${path}/comments.zh-cn.json`,
        `the translation of "${text}" must have as many lines as in ${name}, so that the code stays where it is: expected ${lines.length}, found ${translation.length}. Write \\n where a line ends.`,
      );
    }
    for (const [index, { from, to }] of lines.entries()) {
      chinese += code.slice(end, from) + (translation[index] ?? code.slice(from, to));
      end = to;
    }
  }
  return chinese + code.slice(end);
}

function rejectStrayTranslations({ path, comments, files }: Example): void {
  const said = new Set(files.flatMap(({ name, code }) => findComments(code, name).map(({ text }) => text)));
  const stray = Object.keys(comments).find((text) => !said.has(text));
  if (stray !== undefined) {
    throw new ExampleError(
      `examples/${path}/comments.zh-cn.json`,
      `no comment of the example says "${stray}". Write what the comment says, its lines joined by blanks, or delete the entry.`,
    );
  }
}
