import { copyText } from "../pane/pane-clipboard.ts";
import type { PaneParts } from "../pane/pane-parts.ts";

/** Puts into the clipboard what shows the example, as it is on this site, in any other page. */
export async function embedPane(pane: PaneParts): Promise<void> {
  // So that a second copy is said again.
  pane.say("");
  const language = { en: "en", "zh-cn": "zh-CN" }[pane.labels.language];
  const title = escapeText(pane.element.ariaLabel ?? pane.example);
  const lines = [
    `<script src="${escapeText(pane.address("embed.js"))}" async></script>`,
    `<asyncio-example src="${pane.example}" lang="${language}" theme="auto">`,
    `  <a href="${escapeText(pane.lesson)}">${title}</a>`,
    "</asyncio-example>",
  ];
  await copyText(pane, `${lines.join("\n")}\n`, pane.labels.embedded);
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
