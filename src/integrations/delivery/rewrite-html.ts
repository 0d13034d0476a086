import { RewritingStream } from "parse5-html-rewriting-stream";

export type Attributes = { name: string; value: string }[];

export interface Visitor {
  /** May change the attributes in place and say so, may write after the tag, and may leave the tag out. */
  readonly startTag?: (tag: {
    readonly tagName: string;
    readonly attrs: Attributes;
  }) => { readonly changed?: boolean; readonly remove?: boolean; readonly after?: string } | undefined;
  /** The text inside a script or style, exactly as it stands; returns what to put in its place. */
  readonly rawText?: (text: string, tagName: string, attrs: Attributes) => string;
}

/** Walks through a page's source as a browser's parser does. What is not changed stays as it is, byte for byte. */
export function rewriteHtml(html: string, { startTag, rawText }: Visitor): string {
  const rewriter = new RewritingStream();
  const written: string[] = [];
  let open: { readonly tagName: string; readonly attrs: Attributes } | undefined;
  let collected = "";

  rewriter.on("startTag", (tag, raw) => {
    const answer = startTag?.(tag);
    if (answer?.changed) {
      rewriter.emitStartTag(tag);
    } else if (!answer?.remove) {
      rewriter.emitRaw(raw);
    }
    rewriter.emitRaw(answer?.after ?? "");
    open = tag.tagName === "script" || tag.tagName === "style" ? tag : undefined;
    collected = "";
  });
  rewriter.on("text", (_, raw) => {
    if (open === undefined) {
      rewriter.emitRaw(raw);
    } else {
      collected += raw;
    }
  });
  rewriter.on("endTag", (_, raw) => {
    if (open !== undefined) {
      rewriter.emitRaw(collected && (rawText?.(collected, open.tagName, open.attrs) ?? collected));
      open = undefined;
    }
    rewriter.emitRaw(raw);
  });
  rewriter.on("data", (chunk: string) => written.push(chunk));
  rewriter.end(html);
  return written.join("");
}
