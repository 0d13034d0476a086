import type { Lane } from "./lane.ts";

/** The lanes in the order of their creation, each one below its parent; that of the loop comes first. */
export function nestLanes(lanes: Iterable<Lane>): Lane[] {
  const children = new Map<number, Lane[]>();
  for (const lane of lanes) {
    const siblings = children.get(lane.parent);
    if (siblings === undefined) {
      children.set(lane.parent, [lane]);
    } else {
      siblings.push(lane);
    }
  }
  // By hand rather than by recursion: a chain of ten thousand tasks is deep.
  const nested: Lane[] = [];
  const left = [...(children.get(-1) ?? [])];
  for (let lane = left.pop(); lane !== undefined; lane = left.pop()) {
    nested.push(lane);
    // One by one: a call takes no more than some ten thousand arguments.
    for (const child of (children.get(lane.task) ?? []).reverse()) {
      left.push(child);
    }
  }
  return nested;
}
