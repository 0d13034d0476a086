import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import react from "@astrojs/react";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { checkedExamples, exampleReferences } from "./src/integrations/checked-examples.ts";
import { joinChineseLines } from "./src/integrations/join-chinese-lines.ts";
import { leanEditor } from "./src/integrations/lean-editor.ts";
import { library } from "./src/integrations/library/library.ts";
import { listings } from "./src/integrations/listings/listings.ts";
import { sandbox } from "./src/integrations/sandbox.ts";
import { sidebar } from "./src/integrations/sidebar.ts";
import { types } from "./src/integrations/types/types.ts";

export default defineConfig({
  // The one setting for a site that does not live at the root of its host: BASE_PATH=/docs/.
  base: process.env.BASE_PATH ?? "/",
  outDir: process.env.OUT_DIR ?? "dist",
  trailingSlash: "always",
  markdown: { processor: satteri({ mdastPlugins: [exampleReferences, joinChineseLines] }) },
  vite: {
    build: {
      // The editor is one chunk, loaded on demand; what it weighs is a budget of the tests.
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        // Astro marks modules with directives of its own, which are not for the bundler.
        onLog(level, log, handle) {
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") {
            handle(level, log);
          }
        },
      },
    },
  },
  integrations: [
    checkedExamples(),
    sandbox(),
    leanEditor(),
    library(),
    listings(),
    types(),
    starlight({
      title: "asyncio-ts",
      description: "Asynchronous programming in TypeScript, with examples that run on the page.",
      locales: {
        root: { label: "English", lang: "en" },
        "zh-cn": { label: "简体中文", lang: "zh-CN" },
      },
      sidebar: sidebar(),
      customCss: [
        "./src/styles/theme.css",
        "./src/styles/code.css",
        "./src/styles/pane.css",
        "./src/styles/types.css",
        "./src/styles/cheat-sheet.css",
      ],
      expressiveCode: {
        themes: ["github-dark-default", "github-light-default"],
        // Wrapped, so that a phone shows whole lines, and wrapped as the editor does it, so that nothing jumps.
        defaultProps: { wrap: true, preserveIndent: false },
        styleOverrides: {
          borderRadius: "0.4rem",
          codePaddingBlock: "0.75rem",
          codePaddingInline: "1rem",
          frames: { shadowColor: "transparent" },
        },
      },
      credits: false,
    }),
    mdx(),
    react({ include: ["src/playground/**"] }),
  ],
});
