import { describe, expect, test } from "vitest";
import { BinaryHeap } from "../../structures/binary-heap.ts";

const sizes = Array.from({ length: 40 }, (_, size) => size);

/** The same numbers each time, in no order. */
function numbers(size: number): number[] {
  return Array.from({ length: size }, (_, i) => (i * 7919 + size * 31) % 101);
}

function heapOf(items: readonly number[]): BinaryHeap<number> {
  const heap = new BinaryHeap<number>((a, b) => a < b);
  for (const item of items) {
    heap.push(item);
  }
  return heap;
}

const popAll = (heap: BinaryHeap<number>): number[] =>
  Array.from({ length: heap.size }, () => heap.pop() as number);

const inOrder = (items: readonly number[]): number[] => items.toSorted((a, b) => a - b);

describe("a heap hands out its items in order,", () => {
  test.each(sizes)("all %i of them", (size) => {
    expect(popAll(heapOf(numbers(size)))).toEqual(inOrder(numbers(size)));
  });

  test.each([
    ["every second one", (_: number, i: number) => i % 2 === 0],
    ["the large ones", (item: number) => item > 20],
    ["the small ones", (item: number) => item < 80],
    ["none", () => false],
  ])("also when it has kept %s", (_, passes) => {
    for (const size of sizes) {
      const items = numbers(size);
      const kept = new Set(items.filter(passes));
      const heap = heapOf(items);
      heap.keep((item) => kept.has(item));
      expect(popAll(heap)).toEqual(inOrder(items.filter((item) => kept.has(item))));
    }
  });
});
