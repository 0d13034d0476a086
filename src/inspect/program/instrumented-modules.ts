import module, { type LoadFnOutput } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import type { InsertedText } from "../../promise-trace/insertions.ts";
import { instrument } from "../../promise-trace/instrument.ts";

/** The modules of a program, as they are loaded: its own tell a watcher what they do. */
export class InstrumentedModules {
  readonly #folder: string;
  readonly #library: string;
  readonly #watcher: string;
  readonly #texts: InsertedText[] = [];

  /**
   * @param folder Where the program was started.
   * @param library The address of asyncio-ts, with a slash at its end.
   * @param watcher The global that is told.
   */
  constructor(folder: string, library: string, watcher: string) {
    this.#folder = pathToFileURL(folder).href.replace(/\/?$/, "/");
    this.#library = library;
    this.#watcher = watcher;
  }

  /** A module as it is to run: as it was loaded, unless it is one of the program's own. */
  load(url: string, loaded: LoadFnOutput): LoadFnOutput {
    const { format, source } = loaded;
    const isModule = format === "module" || format === "module-typescript";
    if (!isModule || !this.#isOwn(url) || source === undefined || source === null) {
      return loaded;
    }
    const text = typeof source === "string" ? source : new TextDecoder().decode(source);
    const instrumented = this.#instrument(url, text, format);
    return instrumented === undefined
      ? loaded
      : { format: "module", source: instrumented, shortCircuit: true };
  }

  /** The text of a function as its author wrote it. */
  restore(text: string): string {
    return text.includes(this.#watcher) ? this.#texts.reduce((found, one) => one.restore(found), text) : text;
  }

  #isOwn(url: string): boolean {
    return url.startsWith(this.#folder) && !url.startsWith(this.#library) && !url.includes("/node_modules/");
  }

  /** Undefined for what does not parse: Node says why. */
  #instrument(url: string, source: string, format: string): string | undefined {
    const code = format === "module" ? source : withoutTypes(source);
    if (code === undefined) {
      return undefined;
    }
    const path = relativePath(this.#folder, url);
    const inserted = instrument(code, path, this.#watcher);
    if (inserted === undefined) {
      return undefined;
    }
    this.#texts.push(inserted);
    return `${inserted.text}\n${sourceMapComment(url, source, inserted)}`;
  }
}

/** Without what stands behind the path, by which one file may be several modules. */
function relativePath(folder: string, url: string): string {
  const address = new URL(url);
  address.search = "";
  address.hash = "";
  return fileURLToPath(address).slice(fileURLToPath(folder).length).replaceAll("\\", "/");
}

/** Spaces take the place of types, so that all else stays where it is. Undefined for what cannot be read. */
function withoutTypes(source: string): string | undefined {
  const { emitWarning } = process;
  // That the call is experimental is not said of the program, which does not make it.
  process.emitWarning = () => {};
  try {
    return module.stripTypeScriptTypes(source);
  } catch {
    return undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** A place in a line leads to the nearest segment before it: so each word has one. */
const words = /[\w$]+|[^\s\w$]/g;

function sourceMapComment(url: string, source: string, inserted: InsertedText): string {
  const lines = source
    .split("\n")
    .map((text, line) =>
      Array.from(text.matchAll(words), ({ index }): SourceMapSegment => [index, 0, line, index]),
    );
  const map = {
    version: 3,
    sources: [url],
    sourcesContent: [source],
    names: [],
    mappings: encode(inserted.remap(lines)),
  };
  const text = Buffer.from(JSON.stringify(map)).toString("base64");
  return `//# sourceMappingURL=data:application/json;base64,${text}`;
}
