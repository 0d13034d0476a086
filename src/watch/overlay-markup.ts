import { heightOf } from "../playground/event-loop-view/drawing.ts";
import { escapeText } from "../playground/event-loop-view/markup.ts";
import { viewLabelsFor } from "../playground/event-loop-view/view-labels.ts";
import { renderViewShell } from "../playground/event-loop-view/view-shell.ts";
import { languageOf } from "../site.ts";
import type { WatchLabels } from "./watch-labels.ts";

/** All of the overlay but what it shows. */
export function overlayMarkup(
  language: string | undefined,
  labels: WatchLabels,
  waiting: string,
  filter: string,
): string {
  const view = renderViewShell(viewLabelsFor(language), "", heightOf(0), { until: 0, isRecording: false });
  const button = (part: string, text: string, more = "") =>
    `<button type="button" data-part="${part}"${more}>${escapeText(text)}</button>`;
  return `<div class="watch" lang="${languageOf(language) === "en" ? "en" : "zh-CN"}">
<button type="button" class="watch-toggle" data-part="toggle" aria-expanded="false"><i></i><span>asyncio-ts</span> <span data-part="state"></span></button>
<section class="watch-panel" data-part="panel" aria-label="${escapeText(labels.name)}" hidden>
<header class="watch-head">
<h2>${escapeText(labels.name)}</h2>
<p data-part="said" aria-live="polite"></p>
${button("record", labels.stop)}
${button("anew", labels.anew)}
${button("close", labels.close)}
</header>
<div class="pane" data-loop="open"><div class="pane-loop" data-part="loop">${withoutStyles(view)}</div></div>
<div class="watch-list">
<p>${escapeText(labels.pauses)}</p>
<h3>${escapeText(waiting)}</h3>
<input type="search" data-part="filter" aria-label="${escapeText(filter)}" placeholder="${escapeText(filter)}" autocomplete="off" />
<ul class="waiting-tasks" data-part="waiting"></ul>
</div>
</section>
</div>`;
}

/**
 * The view as the overlay has it. How tall the picture is its sheet says, since a strict Content-Security-Policy lets no
 * attribute say it; and nothing is known of what the page prints, so that there is no stepping to it.
 */
function withoutStyles(view: string): string {
  return view
    .replace(/ style="[^"]*"/, "")
    .replace(/<button type="button" data-loop="step-to-output">.*?<\/button>/, "");
}
