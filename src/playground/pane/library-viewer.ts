import { typescriptLanguage } from "@codemirror/lang-javascript";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { fetchOk } from "../../loading/fetch-ok.ts";
import { styleSheet } from "../../loading/style-sheet.ts";
import styles from "../../styles/pane/library.css?url";

const sheet = styleSheet(styles);

/** The library's own sources, read-only, in a part of the pane: a choice of files and the text of one. */
export async function openLibrary(container: HTMLElement, address: string, label: string): Promise<void> {
  const [sources] = await Promise.all([fetchSources(address), sheet.load()]);
  const names = Object.keys(sources);
  const choice = document.createElement("select");
  choice.setAttribute("aria-label", label);
  choice.append(...names.map((name) => new Option(`asyncio-ts/${name}`, name)));
  choice.value = names.includes("event-loop.ts") ? "event-loop.ts" : (names[0] ?? "");
  const text = document.createElement("pre");
  text.tabIndex = 0;
  text.setAttribute("role", "region");
  text.setAttribute("aria-label", label);
  const show = () => text.replaceChildren(...highlight(sources[choice.value] ?? ""));
  choice.addEventListener("change", show);
  show();
  container.replaceChildren(choice, text);
}

async function fetchSources(address: string): Promise<Record<string, string>> {
  return (await fetchOk(address, "the library's sources")).json();
}

function highlight(code: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  const add = (text: string, classes: string) => {
    if (classes === "") {
      parts.push(text);
      return;
    }
    const span = document.createElement("span");
    span.className = classes;
    span.textContent = text;
    parts.push(span);
  };
  highlightCode(code, typescriptLanguage.parser.parse(code), classHighlighter, add, () => parts.push("\n"));
  return parts;
}
