import { compressToEncodedURIComponent, decompressFromEncodedURIComponent } from "lz-string";
import { briefly, readFiles } from "../editor/read-files.ts";

/**
 * The longest address that a link may have: some programs cut longer ones, and a cut link is worth nothing. What is
 * longer is not even unpacked, as what a bomb unpacks to grows with the square of its length.
 */
const longestAddress = 16_000;
/** How much text a link may unpack to, in UTF-16 units: a small link can hold a bomb. */
const mostText = 200_000;
/** The last event of a run that a link may name: a run has no more of them. */
const lastMoment = 199_999;

/** What a link carries: which pane, which version is open, the files that were edited, and where in a run the reader was. */
export interface SharedCode {
  readonly example: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  /** The number of an event of the run, counted from 0; undefined for none. */
  readonly moment?: number | undefined;
}

/** The page's address with the code in its fragment, which never leaves the reader's machine; or undefined if too long. */
export function addressOf({ example, version, files, moment }: SharedCode, page: string): string | undefined {
  const url = new URL(page);
  const code = compressToEncodedURIComponent(JSON.stringify(files));
  const at = moment === undefined ? {} : { moment: String(moment) };
  url.hash = new URLSearchParams({ pane: example, version, ...at, code }).toString();
  return url.href.length <= longestAddress ? url.href : undefined;
}

/** Reads a fragment, which anyone may have written. Throws an error that says what is wrong with it. */
export function readShared(hash: string, known: readonly string[]): SharedCode {
  const fields = new URLSearchParams(hash.slice(1));
  const files = readFiles(unpacked(fields.get("code") ?? ""), known);
  if (Object.keys(files).length === 0) {
    throw new Error(`expected the code of ${known.join(" or ")}, found no file`);
  }
  const version = fields.get("version") ?? "";
  return {
    example: fields.get("pane") ?? "",
    version: known.includes(version) ? version : (known[0] ?? ""),
    files,
    moment: momentOf(fields.get("moment")),
  };
}

function unpacked(packed: string): unknown {
  if (packed === "") {
    throw new Error("expected compressed code, found none");
  }
  if (packed.length > longestAddress) {
    throw new Error(
      `expected compressed code of at most ${longestAddress} characters, found ${packed.length}`,
    );
  }
  const text = decompressFromEncodedURIComponent(packed) ?? "";
  if (text.length > mostText) {
    throw new Error(`expected at most ${mostText} characters of code, found ${text.length}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("expected compressed code, found what was damaged: the link may have been cut");
  }
}

function momentOf(text: string | null): number | undefined {
  if (text === null) {
    return undefined;
  }
  const moment = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(moment <= lastMoment)) {
    throw new Error(
      `expected the number of an event, at most ${lastMoment}, as the moment, found ${briefly(text)}`,
    );
  }
  return moment;
}
