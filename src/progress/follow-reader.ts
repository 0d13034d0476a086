import { languageOf } from "../site.ts";
import { notePlace, noteRead } from "./kept-progress.ts";

/** Notes on the page of a lesson that its end came into view, and where the reader is when leaving. */
export function followReader(lesson: string): void {
  const end = document.querySelector(".pagination");
  if (end !== null) {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        noteRead(lesson);
      }
    });
    observer.observe(end);
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      const language = languageOf(document.documentElement.lang);
      notePlace({ lesson, language, heading: headingAbove() });
    }
  });
}

/** The heading of what stands in the middle of the window. */
function headingAbove(): string {
  const headings = [...document.querySelectorAll<HTMLElement>(".sl-markdown-content :is(h2, h3)[id]")];
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  return above.at(-1)?.id ?? "";
}
