import { languageOf } from "../../site.ts";

/** Every word that the page says by itself, beside those of the view. */
export interface PageLabels {
  readonly running: string;
  readonly ended: (code: number) => string;
  readonly lost: string;
  readonly full: string;
  readonly recordAnew: string;
  readonly hold: string;
  readonly goOn: string;
  readonly onlyWalk: string;
  readonly runAgain: string;
  readonly waiting: string;
  readonly filter: string;
  readonly nobodyWaits: string;
  readonly waitsFor: (what: string, seconds: string) => string;
  readonly heldBy: (names: string) => string;
  readonly hasEnded: (name: string) => string;
  readonly comma: string;
  readonly more: (count: number) => string;
  readonly code: string;
  readonly file: string;
  readonly noCode: string;
}

const english: PageLabels = {
  running: "The program runs.",
  ended: (code) => `The program has ended with ${code}.`,
  lost: "The program and its page are gone. What was told up to then is still here.",
  full: "The trace is full: what came later is not recorded.",
  recordAnew: "Record from now on",
  hold: "Hold the picture",
  goOn: "Show what came since",
  onlyWalk:
    "Promises cannot be paused. Hold the picture, or wait for the end, and step back and forward with ◀ and ▶.",
  runAgain: "Run again",
  waiting: "Who waits longest",
  filter: "Filter by name",
  nobodyWaits: "No task waits.",
  waitsFor: (what, seconds) => `${what}, for ${seconds} s`,
  heldBy: (names) => `held by ${names}`,
  hasEnded: (name) => (name === "" ? "a task that has ended" : `${name} (has ended)`),
  comma: ", ",
  more: (count) => `${count.toLocaleString("en")} more`,
  code: "Code",
  file: "File",
  noCode: "The file cannot be read.",
};

const chinese: PageLabels = {
  running: "程序正在运行。",
  ended: (code) => `程序已结束，退出码 ${code}。`,
  lost: "程序和它的页面都已不在，这里保留的是之前收到的内容。",
  full: "记录已满，之后发生的没有记下来。",
  recordAnew: "从现在起重新记录",
  hold: "冻结画面",
  goOn: "显示之后的过程",
  onlyWalk: "Promise 不能暂停。冻结画面，或等程序结束，就可以用 ◀ 和 ▶ 逐步回看。",
  runAgain: "再运行一次",
  waiting: "谁等得最久",
  filter: "按名称筛选",
  nobodyWaits: "没有任务在等待。",
  waitsFor: (what, seconds) => `等待 ${what}，已 ${seconds} 秒`,
  heldBy: (names) => `由 ${names} 持有`,
  hasEnded: (name) => (name === "" ? "一个已结束的任务" : `${name}（已结束）`),
  comma: "、",
  more: (count) => `另有 ${count.toLocaleString("zh-CN")} 个`,
  code: "代码",
  file: "文件",
  noCode: "无法读取这个文件。",
};

/** The labels for a browser's language tag: `zh-CN` gives Chinese, all else English. */
export function pageLabelsFor(language: string | undefined): PageLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
