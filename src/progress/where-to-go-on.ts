import type { Language } from "../site.ts";
import type { Progress } from "./progress.ts";

export interface Aim {
  readonly lesson: string;
  /** The id of a heading; empty for the beginning of the lesson. */
  readonly heading: string;
}

/**
 * Where a reader goes on: in the lesson that was left half read, else with the first one after it that was not read, else
 * with the first one that was left out. Undefined for who has not begun, and for who has read them all.
 */
export function whereToGoOn(
  progress: Progress,
  lessons: readonly string[],
  language: Language,
): Aim | undefined {
  const { read, place } = progress;
  if (place === undefined && read.length === 0) {
    return undefined;
  }
  const at = lessons.indexOf(place?.lesson ?? "");
  if (place !== undefined && at >= 0 && !read.includes(place.lesson)) {
    return { lesson: place.lesson, heading: place.language === language ? place.heading : "" };
  }
  const inOrder = [...lessons.slice(at + 1), ...lessons.slice(0, at + 1)];
  const lesson = inOrder.find((name) => !read.includes(name));
  return lesson === undefined ? undefined : { lesson, heading: "" };
}
