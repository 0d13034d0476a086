import { UsageError } from "../inspect/options.ts";
import { type Language, languageOf } from "../site.ts";

/** What is asked of `asyncio-ts example`. */
export type ExampleRequest =
  | { readonly type: "list"; readonly section: string | undefined; readonly language: Language }
  | {
      readonly type: "write";
      /** The example's path: `streams/echo`. */
      readonly path: string;
      /** Where the project is written; where its name says if undefined. */
      readonly folder: string | undefined;
      readonly language: Language;
    };

export const exampleUsage = `Usage: asyncio-ts example [--language en|zh-cn] EXAMPLE [FOLDER]
       asyncio-ts example [--language en|zh-cn] --list [SECTION]

Writes an example of the site as a project that runs with one command.

  --list      names the examples, of a section or all
  --language  of the comments: English, unless it says otherwise`;

/**
 * Reads the words behind `example`, in any order.
 *
 * @throws UsageError when there is no example, an option is unknown or there are words that nobody asks for.
 */
export function parseExampleWords(words: readonly string[]): ExampleRequest {
  const left = [...words];
  const names: string[] = [];
  let language: Language = "en";
  let isList = false;
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, tag] = /^--language=(.*)$/s.exec(word) ?? [];
    if (word === "--list") {
      isList = true;
    } else if (word === "--language" || tag !== undefined) {
      language = languageNamed(tag ?? left.shift());
    } else if (word.startsWith("-")) {
      throw new UsageError(`${word} is no option of example.`);
    } else {
      names.push(word);
    }
  }
  const [name, folder] = names;
  rejectMore(names.slice(isList ? 1 : 2));
  if (isList) {
    return { type: "list", section: name, language };
  }
  if (name === undefined) {
    throw new UsageError("example takes the path of an example, got none.");
  }
  return { type: "write", path: name.replace(/\/$/, ""), folder, language };
}

function languageNamed(tag: string | undefined): Language {
  if (tag === undefined || !/^(en|zh)\b/i.test(tag)) {
    throw new UsageError(`--language takes en or zh-cn, got ${tag ?? "nothing"}.`);
  }
  return languageOf(tag);
}

function rejectMore([word]: readonly string[]): void {
  if (word !== undefined) {
    throw new UsageError(`${word} is one word too many.`);
  }
}
