import { defineCollection } from "astro:content";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { withGeneratedPages } from "./site-pages/generated-pages.ts";

export const collections = {
  docs: defineCollection({
    // The pages live at the top of the project, where those who write them look first.
    loader: withGeneratedPages(glob({ base: "./content", pattern: "**/[^_]*.mdx" })),
    schema: docsSchema({
      // Which English page a Chinese one was made from. See `translation/translated-page.ts`.
      extend: z.object({ madeFrom: z.string().optional() }),
    }),
  }),
};
