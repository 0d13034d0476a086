import type { SandpackTheme } from "@codesandbox/sandpack-react";

/** The editor's colours are custom properties of the page, so that it follows the site's theme by itself. */
export const editorTheme = {
  colors: {
    surface1: "var(--pane-code-background)",
    surface2: "var(--pane-border)",
    surface3: "var(--pane-active-line)",
    disabled: "var(--pane-muted)",
    base: "var(--pane-text)",
    clickable: "var(--pane-muted)",
    hover: "var(--pane-text)",
    accent: "var(--pane-accent)",
    error: "var(--pane-error)",
    errorSurface: "var(--pane-code-background)",
  },
  syntax: {
    plain: "var(--pane-text)",
    comment: { color: "var(--pane-comment)", fontStyle: "italic" },
    keyword: "var(--pane-keyword)",
    definition: "var(--pane-definition)",
    punctuation: "var(--pane-punctuation)",
    property: "var(--pane-property)",
    tag: "var(--pane-definition)",
    static: "var(--pane-static)",
    string: "var(--pane-string)",
  },
  font: {
    body: "var(--sl-font)",
    mono: "var(--pane-mono)",
    size: "var(--pane-font-size)",
    lineHeight: "var(--pane-line-height)",
  },
} satisfies SandpackTheme;
