import { maximumText, type ProgramError } from "./protocol.ts";

/** Leads from the address of a linked module to the name of the reader's file. */
export type SourceNames = Map<string, string>;

interface Frame {
  readonly caller: string;
  readonly path: string;
  readonly line: number;
}

/** What the pane shows of anything thrown: name, message, and the place and stack in the reader's own files. */
export function describeError(thrown: unknown, names: SourceNames): ProgramError {
  if (!(thrown instanceof Error)) {
    return { name: "Thrown", message: cut(String(thrown)), path: "", line: 0, stack: "" };
  }
  const frames = readerFrames(thrown.stack ?? "", names);
  return {
    name: cut(String(thrown.name)),
    message: cut(String(thrown.message)),
    path: frames[0]?.path ?? "",
    line: frames[0]?.line ?? 0,
    stack: cut(frames.map(({ caller, path, line }) => `at ${caller} (${path}:${line})`).join("\n")),
  };
}

/** Stack lines read `at name (url:line:column)` in Chromium and `name@url:line:column` in Firefox and WebKit. */
function readerFrames(stack: string, names: SourceNames): Frame[] {
  return stack.split("\n").flatMap((text) => {
    const place = /(blob:[^\s)]+?):(\d+):\d+/.exec(text);
    const path = names.get(place?.[1] ?? "");
    if (path === undefined) {
      return [];
    }
    const caller =
      /^\s*at (?:async )?(.+?) \(/.exec(text)?.[1] ?? /^([^@\s]+)@/.exec(text)?.[1] ?? "top level";
    return [{ caller, path, line: Number(place?.[2]) }];
  });
}

function cut(text: string): string {
  return text.length > maximumText ? `${text.slice(0, maximumText - 1)}…` : text;
}
