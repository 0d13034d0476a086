import { keptProgress, whenProgressChanges } from "../../progress/kept-progress.ts";
import { lessonOf, markLessonLinks } from "../../progress/lesson-links.ts";
import { progressLabelsFor } from "../../progress/progress-labels.ts";
import { whereToGoOn } from "../../progress/where-to-go-on.ts";

const selector = ".chapters a[data-lesson]";
const links = [...document.querySelectorAll<HTMLAnchorElement>(selector)];
// Before the links are ticked, their text is the name of the lesson.
const lessons = links.map((link) => ({ name: lessonOf(link), title: link.textContent, address: link.href }));

/** Who was here before is led to where the reading stopped, by the same button that leads a new reader to lesson one. */
function offerToGoOn(button: HTMLAnchorElement): void {
  const { textContent, href } = button;
  const { language, goOn } = progressLabelsFor(document.documentElement.lang);
  const names = lessons.map(({ name }) => name);
  const offer = (): void => {
    const aim = whereToGoOn(keptProgress(), names, language);
    const lesson = lessons.find(({ name }) => name === aim?.lesson);
    const heading = aim === undefined || aim.heading === "" ? "" : `#${encodeURIComponent(aim.heading)}`;
    button.textContent = lesson === undefined ? textContent : goOn(lesson.title);
    button.href = lesson === undefined ? href : lesson.address + heading;
  };
  offer();
  for (const event of whenProgressChanges) {
    addEventListener(event, offer);
  }
}

const button = document.querySelector<HTMLAnchorElement>(".hero-actions .primary");
if (button !== null) {
  offerToGoOn(button);
}
markLessonLinks(selector);
