import { readingOrder } from "../../site-pages/sidebar.ts";

/** Pages as they stand in the sidebar; what is not among its chapters keeps its order and comes last. */
export function inReadingOrder<P extends { id: string }>(pages: readonly P[]): P[] {
  return pages.toSorted((a, b) => positionOf(a.id) - positionOf(b.id));
}

function positionOf(id: string): number {
  const position = readingOrder.indexOf(id.replace(/^zh-cn\//, ""));
  return position === -1 ? readingOrder.length : position;
}
