/** A drawing as a file of its own: with a size, a ground and the styles of the page, which it no longer has around it. */
export function standalone(svg: string, width: number, styles: string, ground: string): string {
  const sized = svg.replace('width="100%"', `width="${width}"`);
  const end = sized.indexOf(">") + 1;
  const style = `<style>${styles.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</style>`;
  return `${sized.slice(0, end)}${style}<rect width="100%" height="100%" fill="${ground}"/>${sized.slice(end)}\n`;
}

/** The rules of the page that are about drawings, with the colours that they have at present. */
export function stylesOf(drawing: Element, sheets: Iterable<CSSStyleSheet>): string {
  const rules: string[] = [];
  for (const sheet of sheets) {
    for (const rule of rulesOf(sheet)) {
      if (rule.cssText.includes(".loop-drawing")) {
        rules.push(rule.cssText);
      }
    }
  }
  return rules
    .join("\n")
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => present(name, drawing) || "inherit");
}

/** What a custom property of the page stands for at an element: of a colour that depends on the theme, the one that is seen. */
export function present(name: string, element: Element): string {
  const value = getComputedStyle(element).getPropertyValue(name).trim();
  if (!value.startsWith("light-dark(")) {
    return value;
  }
  const probe = element.ownerDocument.createElement("i");
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** A sheet of another origin, as a browser extension may add, keeps its rules to itself. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
