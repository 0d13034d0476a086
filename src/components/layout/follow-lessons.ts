import { followReader } from "../../progress/follow-reader.ts";
import { lessonOf, markLessonLinks } from "../../progress/lesson-links.ts";

/** Only lessons are numbered: what is looked up is never read to its end. */
const links = ".lessons a";

markLessonLinks(links);
const current = document.querySelector<HTMLAnchorElement>(`${links}[aria-current]`);
if (current !== null) {
  followReader(lessonOf(current));
}
