import type { Labels } from "../labels.ts";
import type { PaneParts } from "./pane-parts.ts";

/**
 * Adds to a pane what only works with scripts: the buttons, the container of the editor, the log. None of it is in the
 * page's HTML, where each of a lesson's panes would repeat it. Their places are kept free by `pane.css`.
 */
export function renderPaneControls(parts: PaneParts): void {
  const { element: pane, labels } = parts;
  const add = (selector: string, position: InsertPosition, html: string): void =>
    pane.querySelector(selector)?.insertAdjacentHTML(position, html);
  add(".pane-buttons", "beforeend", buttonsOf(parts) + menuOf(parts));
  add(".pane-code", "beforeend", '<div class="pane-editor" data-part="editor" role="group"></div>');
  add(".pane-code", "afterend", '<div class="pane-library" data-part="library"></div>');
  // A pane that opens with the event-loop view has the record of a run in it already.
  if (pane.querySelector(".pane-loop") === null) {
    add(".pane-output", "beforebegin", '<div class="pane-loop" data-part="loop" role="group"></div>');
    name(pane, "loop", labels.loop);
  }
  add(".pane-output-bar", "beforeend", statusOf(labels));
  add(".pane-expected", "afterend", '<div class="pane-log" data-part="log" role="log"></div>');
  name(pane, "editor", labels.editor);
  name(pane, "log", labels.output);
}

/** Of two in one place the one that makes sense is seen: Run or Stop, Edit or Reset. */
function buttonsOf({ labels, needsNode }: PaneParts): string {
  return `
    ${needsNode ? `<button type="button" class="pane-primary" data-action="download">${labels.download}</button>` : ""}
    <span class="pane-either"
      ><button type="button" class="pane-primary" data-action="run">${labels.run}</button
      ><button type="button" data-action="stop" disabled>${labels.stop}</button></span>
    <span class="pane-either"
      ><button type="button" data-action="edit">${labels.edit}</button
      ><button type="button" data-action="reset" disabled>${labels.reset}</button></span>
    <button type="button" data-action="loop" aria-pressed="false" title="${labels.loopHint}">${labels.loop}</button>
    <button type="button" data-action="copy">${labels.copy}</button>`;
}

/** An embedded pane leads to its lesson as well. */
function menuOf({ labels, isEmbedded, lesson, needsNode }: PaneParts): string {
  return `
    <details class="pane-more">
      <summary>${labels.more}</summary>
      <div class="pane-menu">
        <button type="button" data-action="types" aria-pressed="false" title="${labels.typesHint}">${labels.types}</button>
        <button type="button" data-action="live" aria-pressed="false" title="${labels.liveHint}">${labels.live}</button>
        <button type="button" data-action="share">${labels.share}</button>
        ${needsNode ? "" : `<button type="button" data-action="download">${labels.download}</button>`}
        <button type="button" data-action="embed" title="${labels.embedHint}">${labels.embed}</button>
        <button type="button" data-action="present" title="${labels.presentHint}">${labels.present}</button>
        <button type="button" data-action="library" aria-pressed="false">${labels.library}</button>
        ${isEmbedded ? `<a href="${lesson}">${labels.toLesson}</a>` : ""}
      </div>
    </details>`;
}

function statusOf(labels: Labels): string {
  return `
    <span class="pane-output-recorded">${labels.recorded}</span>
    <span class="pane-output-live">${labels.output}</span>
    <span class="pane-report" data-part="report"><span class="pane-status" data-part="status" role="status" aria-atomic="false"><span
      class="pane-said" data-part="said"></span> <span class="pane-message" data-part="message"></span></span></span>
    <span class="pane-log-buttons">
      <button type="button" data-action="times" aria-pressed="false">${labels.times}</button>
      <button type="button" data-action="copy-output">${labels.copyOutput}</button>
      <button type="button" data-action="clear-output">${labels.clearOutput}</button>
    </span>`;
}

function name(pane: HTMLElement, part: string, label: string): void {
  pane.querySelector(`[data-part="${part}"]`)?.setAttribute("aria-label", label);
}
