import type { Language } from "../../site.ts";

/** What a pane says of a link to a moment of a run. */
export interface MomentLabels {
  readonly shared: string;
  readonly fromLink: string;
}

export const momentLabels: Readonly<Record<Language, MomentLabels>> = {
  en: {
    shared: "Link copied. It leads to this moment of the run.",
    fromLink:
      "This code came with the link, and so did a moment of its run. Read it, then run it to get there.",
  },
  "zh-cn": {
    shared: "链接已复制，它指向运行中的这一刻。",
    fromLink: "这段代码来自链接，链接还指向运行中的一个时刻。请先读一遍，再运行，就会到那一刻。",
  },
};
