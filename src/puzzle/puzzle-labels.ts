import type { Language } from "../site.ts";

/** Every word that a puzzle says by itself. */
export interface PuzzleLabels {
  readonly question: string;
  readonly howTo: string;
  readonly chosen: string;
  readonly left: string;
  readonly takeBack: (line: string) => string;
  readonly showAnswer: string;
  readonly right: string;
  /** Where an order goes wrong; without a line before it, right at the beginning. */
  readonly moment: (before: string | undefined, right: string, given: string) => string;
  readonly believed: string;
  readonly goOn: string;
}

const english: PuzzleLabels = {
  question: "What comes out, in which order?",
  howTo:
    "Choose the lines in the order in which you expect them. A chosen line goes back when you choose it again.",
  chosen: "Your order",
  left: "Lines to choose from",
  takeBack: (line) => `Take back: ${line}`,
  showAnswer: "Show the answer",
  right: "Right: that is the order. Run it and see.",
  moment: (before, right, given) =>
    before === undefined
      ? `Not yet. First comes “${right}”, and not “${given}”.`
      : `Not yet. After “${before}” comes “${right}”, and not “${given}”.`,
  believed: "It would be right if this were so:",
  goOn: "What was right has stayed. Go on from there.",
};

const chinese: PuzzleLabels = {
  question: "会按什么顺序输出什么？",
  howTo: "按你预想的顺序依次选择各行。再选一次已选的行，可以把它放回去。",
  chosen: "你的顺序",
  left: "可选的行",
  takeBack: (line) => `放回：${line}`,
  showAnswer: "显示答案",
  right: "正确，就是这个顺序。运行一下看看。",
  moment: (before, right, given) =>
    before === undefined
      ? `还不对。最先出现的是“${right}”，而不是“${given}”。`
      : `还不对。“${before}”之后出现的是“${right}”，而不是“${given}”。`,
  believed: "这个顺序成立的前提是：",
  goOn: "前面正确的部分已保留，请接着往下排。",
};

export function puzzleLabelsFor(language: Language): PuzzleLabels {
  return language === "zh-cn" ? chinese : english;
}
