import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import react from "@astrojs/react";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { codeBlocks } from "./src/code/code-blocks.ts";
import { ahead } from "./src/integrations/ahead.ts";
import { checkedExamples } from "./src/integrations/checked-examples.ts";
import { definitions } from "./src/integrations/definitions/definitions.ts";
import { delivery } from "./src/integrations/delivery/delivery.ts";
import { editorStubs } from "./src/integrations/editor-stubs.ts";
import { embedding } from "./src/integrations/embedding/embedding.ts";
import { finding } from "./src/integrations/finding/finding.ts";
import { siteMap } from "./src/integrations/finding/site-map.ts";
import { library } from "./src/integrations/library/library.ts";
import { licences } from "./src/integrations/licences/licences.ts";
import { listings } from "./src/integrations/listings/listings.ts";
import { python } from "./src/integrations/python/python.ts";
import { sandbox } from "./src/integrations/sandbox.ts";
import { types } from "./src/integrations/types/types.ts";
import { exampleReferences } from "./src/markdown/example-references.ts";
import { headingLinks } from "./src/markdown/heading-links.ts";
import { joinChineseLines } from "./src/markdown/join-chinese-lines.ts";
import { languageTags } from "./src/markdown/language-tags.ts";
import { plainAsides } from "./src/markdown/plain-asides.ts";
import { repositoryAddress } from "./src/repository-address.ts";
import { siteAddress } from "./src/site-address.ts";
import { sidebar } from "./src/site-pages/sidebar.ts";

const site = siteAddress(process.env.SITE);
const repository = repositoryAddress(process.env.REPOSITORY);

export default defineConfig({
  ...(site && { site }),
  // The one setting for a site that does not live at the root of its host: BASE_PATH=/docs/.
  base: process.env.BASE_PATH ?? "/",
  outDir: process.env.OUT_DIR ?? "dist",
  trailingSlash: "always",
  // The service worker keeps all pages; a script that fetches those that are pointed at would be one more for each.
  prefetch: false,
  markdown: {
    processor: satteri({
      mdastPlugins: [exampleReferences, joinChineseLines, languageTags],
      hastPlugins: [...headingLinks, plainAsides],
    }),
  },
  // Styles and scripts in files of their own: fetched once for all pages, and a strict content policy needs no exceptions.
  build: { inlineStylesheets: "never" },
  vite: {
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // Each page names its scripts, and Astro's own names for them are long.
              entryFileNames: ({ name }) => `_astro/${name.replace(/\.astro_.*/, "")}.[hash].js`,
            },
          },
        },
      },
    },
    build: {
      assetsInlineLimit: 0,
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
    ahead(),
    sandbox(),
    python(),
    editorStubs(),
    library(),
    listings(),
    embedding(),
    definitions(),
    types(),
    finding(),
    licences(),
    siteMap(site),
    starlight({
      title: "asyncio-ts",
      description: "Asynchronous programming in TypeScript, with examples that run on the page.",
      locales: {
        root: { label: "English", lang: "en" },
        "zh-cn": { label: "简体中文", lang: "zh-CN" },
      },
      sidebar: sidebar(),
      ...(repository && { editLink: { baseUrl: `${repository}/edit/main/` } }),
      // The site has one of its own, which suggests pages.
      disable404Route: true,
      routeMiddleware: "./src/integrations/finding/head.ts",
      // The pages do not live where Starlight looks for them: without this its asides would be bare paragraphs.
      markdown: { processedDirs: ["./content"], headingLinks: false },
      components: {
        Footer: "./src/components/layout/footer.astro",
        Header: "./src/components/layout/header.astro",
        Hero: "./src/components/front/hero.astro",
        MarkdownContent: "./src/components/markdown-content.astro",
        MobileMenuFooter: "./src/components/layout/nothing.astro",
        MobileMenuToggle: "./src/components/layout/menu-button.astro",
        PageSidebar: "./src/components/layout/table-of-contents.astro",
        Search: "./src/components/layout/search.astro",
        Sidebar: "./src/components/layout/sidebar.astro",
        SiteTitle: "./src/components/layout/site-title.astro",
        ThemeProvider: "./src/components/layout/theme-provider.astro",
      },
      customCss: [
        "./src/styles/theme.css",
        "./src/styles/layout.css",
        "./src/styles/contents.css",
        "./src/styles/front.css",
        "./src/styles/code.css",
        "./src/styles/pane.css",
        "./src/styles/event-loop-view.css",
        "./src/styles/types.css",
        "./src/styles/terms.css",
        "./src/styles/cheat-sheet.css",
        "./src/styles/reference.css",
      ],
      expressiveCode: {
        plugins: [codeBlocks()],
        // No page marks parts of a block, and their styles weigh as much as those of a pane.
        textMarkers: false,
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
      },
      credits: false,
    }),
    mdx(),
    react({ include: ["src/playground/**"] }),
    // Last, for it looks at what the others wrote.
    delivery(),
  ],
});
