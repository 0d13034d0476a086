/** How much of the window is above the line that a heading must have passed to be the one that is read. */
const above = 0.3;

const list = document.querySelector<HTMLElement>("#contents");
const links = [...(list?.querySelectorAll("a") ?? [])];
const headings = links.flatMap(
  (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
);
const name = document.querySelector<HTMLElement>(".contents > p");

/** Marks the section that is read in the list of the page's sections, and names it where the list is folded away. */
function markCurrent(): void {
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < above * innerHeight);
  const id = (passed.at(-1) ?? headings[0])?.id;
  for (const link of links) {
    const isCurrent = decodeURIComponent(link.hash.slice(1)) === id;
    if (isCurrent) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
    if (isCurrent && name !== null) {
      name.textContent = link.textContent;
    }
  }
}

const observer = new IntersectionObserver(markCurrent, { rootMargin: `0px 0px ${100 * (above - 1)}% 0px` });
for (const heading of headings) {
  observer.observe(heading);
}
// A menu that stayed open would lie over the place to which its link led; in a wide window it is no menu.
list?.addEventListener("click", ({ target }) => target instanceof HTMLAnchorElement && list.hidePopover());
matchMedia("(min-width: 72rem) and (max-width: 79.99rem), (min-width: 100rem)").addEventListener(
  "change",
  () => list?.hidePopover(),
);
