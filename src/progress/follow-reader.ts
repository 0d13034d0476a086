import { languageOf } from "../site.ts";
import { notePlace, noteRead } from "./kept-progress.ts";

/** Notes on the page of a lesson that its end came into view, and where the reader is when leaving. */
export function followReader(lesson: string): void {
  // Not before the browser has gone to the place that the address names.
  addEventListener("load", () => watchForEnd(() => noteRead(lesson)), { once: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      const language = languageOf(document.documentElement.lang);
      notePlace({ lesson, language, heading: headingAbove() });
    }
  });
}

/** A link to the last exercise shows the end at once. Who followed it has not read to the end. */
function watchForEnd(whenRead: () => void): void {
  const end = document.querySelector(".pagination");
  if (end === null) {
    return;
  }
  let isFirstLook = true;
  const observer = new IntersectionObserver(([entry]) => {
    const wasLedHere = isFirstLook && scrollY > 0;
    isFirstLook = false;
    if (entry?.isIntersecting && !wasLedHere) {
      observer.disconnect();
      whenRead();
    }
  });
  observer.observe(end);
}

/** The heading of what stands in the middle of the window. */
function headingAbove(): string {
  const headings = [...document.querySelectorAll<HTMLElement>(".sl-markdown-content :is(h2, h3)[id]")];
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  return above.at(-1)?.id ?? "";
}
