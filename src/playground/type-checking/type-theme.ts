import { EditorView } from "@codemirror/view";

const box = {
  border: "1px solid var(--pane-border)",
  borderRadius: "0.4rem",
  background: "var(--pane-surface)",
  color: "var(--pane-text)",
};

/** The tooltips and lists of the editor, in the colours of the page. */
export const typeTheme = EditorView.theme({
  ".cm-tooltip": { ...box, boxShadow: "var(--sl-shadow-md)" },
  ".cm-tooltip-hover": { maxWidth: "min(40rem, 92vw)", maxHeight: "18rem", overflow: "auto" },
  ".cm-tooltip-section:not(:first-child)": { borderTop: "1px solid var(--pane-border)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--pane-mono)",
    fontSize: "var(--sl-text-xs)",
    maxWidth: "min(24rem, 90vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.6rem", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--pane-accent)",
    color: "var(--pane-on-accent)",
  },
  ".cm-completionDetail": { fontStyle: "normal", opacity: 0.8 },
  ".cm-tooltip.cm-completionInfo": {
    ...box,
    padding: 0,
    maxWidth: "min(26rem, 80vw)",
    maxHeight: "18rem",
    overflow: "auto",
  },
  ".cm-diagnostic": {
    padding: "0.5rem 0.75rem",
    borderLeft: "3px solid var(--pane-error)",
    fontSize: "var(--sl-text-xs)",
    whiteSpace: "pre-wrap",
  },
  ".cm-panels": { ...box, borderRadius: 0 },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { background: "var(--pane-active-line)" },
  ".cm-panel.cm-panel-lint ul:focus [aria-selected]": {
    background: "var(--pane-accent)",
    color: "var(--pane-on-accent)",
  },
  ".cm-panel.cm-panel-lint button[name=close]": { color: "inherit" },
  ".cm-lintRange-active": { background: "var(--pane-error-background)" },
  // CodeMirror draws its squiggle as an image of fixed colour; a text decoration follows the theme.
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--pane-error)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "0.2em",
  },
});
