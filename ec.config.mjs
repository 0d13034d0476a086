import { linkedNames } from "./src/integrations/reference/linked-names.ts";

/** How code blocks look. Starlight reads this file; it is apart from Astro's configuration because plugins are functions. */
export default {
  themes: ["github-dark-default", "github-light-default"],
  // Wrapped, so that a phone shows whole lines, and wrapped as the editor does it, so that nothing jumps.
  defaultProps: { wrap: true, preserveIndent: false, frame: "none" },
  styleOverrides: {
    borderRadius: "0.8rem",
    borderColor: "var(--pane-border)",
    codeBackground: "var(--pane-code-background)",
    codePaddingBlock: "0.75rem",
    codePaddingInline: "1rem",
    frames: { shadowColor: "transparent" },
  },
  plugins: [linkedNames((process.env.BASE_PATH ?? "/").replace(/\/?$/, "/"))],
};
