import { keptProgress } from "../../progress/kept-progress.ts";
import { lessonOf, markLessonLinks } from "../../progress/lesson-links.ts";
import { progressLabelsFor } from "../../progress/progress-labels.ts";
import { whereToGoOn } from "../../progress/where-to-go-on.ts";

const selector = ".chapters a[data-lesson]";

/** Who was here before is led to where the reading stopped, by the same button that leads a new reader to lesson one. */
function offerToGoOn(): void {
  const { language, goOn } = progressLabelsFor(document.documentElement.lang);
  const links = [...document.querySelectorAll<HTMLAnchorElement>(selector)];
  const aim = whereToGoOn(keptProgress(), links.map(lessonOf), language);
  const link = links.find((each) => lessonOf(each) === aim?.lesson);
  const button = document.querySelector<HTMLAnchorElement>(".hero-actions .primary");
  if (aim !== undefined && link !== undefined && button !== null) {
    button.textContent = goOn(link.textContent);
    button.href = aim.heading === "" ? link.href : `${link.href}#${encodeURIComponent(aim.heading)}`;
  }
}

// Before the links are ticked, for their text is the name of the lesson.
offerToGoOn();
markLessonLinks(selector);
