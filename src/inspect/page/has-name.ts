import type { WaitingTask } from "./waiting-tasks.ts";

/** Whether the name of a task, or of one that it waits for, has some words in it. */
export function hasName({ name, waitsFor }: WaitingTask, words: string): boolean {
  return name.toLowerCase().includes(words) || waitsFor.some((below) => hasName(below, words));
}
