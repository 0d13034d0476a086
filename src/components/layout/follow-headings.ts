/** How much of the window is above the line that a heading must have passed to be the one that is read. */
const above = 0.3;

const list = document.querySelector<HTMLElement>("#contents");
const button = document.querySelector<HTMLElement>(".contents > button");
const name = document.querySelector<HTMLElement>(".contents > p");
const links = [...(list?.querySelectorAll("a") ?? [])];
const headings = links.flatMap((link) => document.getElementById(idOf(link)) ?? []);

function idOf(link: HTMLAnchorElement): string {
  return decodeURIComponent(link.hash.slice(1));
}

/** Marks the section that is read in the list of the page's sections, and names it where the list is folded away. */
function markCurrent(): void {
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < above * innerHeight);
  const id = (passed.at(-1) ?? headings[0])?.id;
  for (const link of links) {
    if (idOf(link) !== id) {
      link.removeAttribute("aria-current");
    } else {
      link.setAttribute("aria-current", "true");
      if (name !== null) {
        name.textContent = link.textContent;
      }
    }
  }
}

// From the line up without an end, so that a heading which is jumped over is noticed as well.
const observer = new IntersectionObserver(markCurrent, {
  rootMargin: `1000000px 0px ${100 * (above - 1)}% 0px`,
});
for (const heading of headings) {
  observer.observe(heading);
}
// A menu that stayed open would lie over the place to which its link led; in a wide window it is no menu.
list?.addEventListener("click", ({ target }) => target instanceof HTMLAnchorElement && list.hidePopover());
addEventListener("resize", () => button?.checkVisibility() === false && list?.hidePopover());
