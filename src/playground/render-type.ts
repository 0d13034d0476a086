import { translateDocComment } from "./doc-comments.ts";
import type { Description } from "./type-checking/questions.ts";

/** A type as readers see it: the declaration as code, and its comment below it, in their language where it is translated. */
export function renderType({ type, comment }: Description): HTMLElement {
  const element = document.createElement("div");
  element.className = "pane-type";
  element.append(
    codeElement(type),
    ...translateDocComment(comment)
      .split(/\n{2,}/)
      .filter(Boolean)
      .map(paragraph),
  );
  return element;
}

/** Doc comments are Markdown; of it the library uses code in backticks. */
function paragraph(text: string): HTMLElement {
  const element = document.createElement("p");
  const pieces = text.split("`");
  element.append(...pieces.map((piece, index) => (index % 2 === 1 ? codeElement(piece) : piece)));
  return element;
}

function codeElement(text: string): HTMLElement {
  const element = document.createElement("code");
  element.textContent = text;
  return element;
}
