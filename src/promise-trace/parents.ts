import type { AnyNode } from "acorn";

/** The nodes around a node, the innermost first. */
export interface Parents {
  readonly node: AnyNode;
  readonly above: Parents | undefined;
}
