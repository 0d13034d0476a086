import { checkSlug, titleOf } from "./names.ts";
import { writeNew } from "./write-new.ts";

const page = (title: string): string => `---
title: ${title}
description: One sentence that says what a reader knows after this page.
---

import Example from "~/components/example.astro";

**The question that this page answers, in bold?** Then the short answer, in two or three sentences.

## The first step

Say what to look at in the program below, before the reader looks at it.

<Example path="coroutines/say-after" />

Say what it printed and why.

**The rule.** What to remember, in one sentence.
`;

/** An English page that can be read as it is. */
export function newPage(word: string | undefined, root: string): { files: string[]; next: string[] } {
  const slug = checkSlug(word, "new:page");
  return {
    files: writeNew(root, { [`content/${slug}.mdx`]: page(titleOf(slug)) }),
    next: [
      `Add "${slug}" to its chapter in src/site-pages/sidebar.ts, which gives it its place among the lessons.`,
      `npm run dev      shows it at /${slug}/ while you write`,
      `npm run new:translation -- ${slug}      begins its Chinese version`,
    ],
  };
}
