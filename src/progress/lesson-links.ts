import { markDone } from "./done-mark.ts";
import { keptProgress, whenProgressChanges } from "./kept-progress.ts";
import { progressLabelsFor } from "./progress-labels.ts";

/** The name of the lesson that a link leads to: `tasks` of `/docs/zh-cn/tasks/`. */
export function lessonOf({ pathname }: { readonly pathname: string }): string {
  return (
    pathname
      .replace(/\/(index\.html)?$/, "")
      .split("/")
      .at(-1) ?? ""
  );
}

/** Ticks the links to lessons that were read, now and whenever that changes, here or in another window. */
export function markLessonLinks(selector: string): void {
  const mark = (): void => {
    const { read } = keptProgress();
    const { read: label } = progressLabelsFor(document.documentElement.lang);
    for (const link of document.querySelectorAll<HTMLAnchorElement>(selector)) {
      markDone(link, read.includes(lessonOf(link)), label);
    }
  };
  mark();
  for (const event of whenProgressChanges) {
    addEventListener(event, mark);
  }
}
