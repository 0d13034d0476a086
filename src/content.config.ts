import { defineCollection } from "astro:content";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { withGeneratedPages } from "./site-pages/generated-pages.ts";

export const collections = {
  docs: defineCollection({
    // The pages live at the top of the project, where those who write them look first.
    loader: withGeneratedPages(glob({ base: "./content", pattern: "**/[^_]*.{md,mdx}" })),
    schema: docsSchema(),
  }),
};
