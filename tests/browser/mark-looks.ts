import type { Page } from "@playwright/test";

/**
 * Marks one element with a text of its own of each look that is not known yet, and answers with these looks: a colour and a
 * size, on the grounds that stand behind it.
 */
export function markLooks(page: Page, part: string, known: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([part, known]) => {
      const behind = new Map<Element | null, string>([[null, ""]]);
      const groundsOf = (element: Element | null): string => {
        const found = behind.get(element);
        if (found !== undefined || element === null) {
          return found ?? "";
        }
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        const own = [backgroundColor, backgroundImage, opacity].join();
        // Most elements have no ground of their own.
        const grounds = groundsOf(element.parentElement) + (own === "rgba(0, 0, 0, 0),none,1" ? "" : own);
        behind.set(element, grounds);
        return grounds;
      };
      const lookOf = (element: Element): string => {
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const { tagName, className } = element;
        return [tagName, className, color, fontSize, fontWeight, textShadow, groundsOf(element)].join();
      };
      const hasText = ({ childNodes }: Element): boolean =>
        [...childNodes].some(
          ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && /\S/.test(textContent ?? ""),
        );

      for (const marked of document.querySelectorAll("[data-look]")) {
        marked.removeAttribute("data-look");
      }
      const seen = new Set(known);
      for (const element of document.querySelectorAll(`:is(${part}) *, :is(${part})`)) {
        if (!hasText(element) || !element.checkVisibility()) {
          continue;
        }
        const look = lookOf(element);
        element.toggleAttribute("data-look", !seen.has(look));
        seen.add(look);
      }
      return [...seen].slice(known.length);
    },
    [part, known] as const,
  );
}
