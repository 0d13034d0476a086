import { languageOf } from "../../../site.ts";

/** Every word that is said of the values of variables by itself. */
export interface ValuesLabels {
  readonly toggle: string;
  readonly hint: string;
  readonly title: string;
  readonly at: (time: string) => string;
  readonly notYet: string;
  readonly notRecorded: string;
  readonly noneWaits: string;
  readonly noVariables: string;
  readonly notKept: string;
  readonly notLoaded: string;
}

const english: ValuesLabels = {
  toggle: "Show values",
  hint: "Records, from the next run on, what the variables hold wherever a call waits",
  title: "Values",
  at: (time) => `What the variables hold where calls wait, at ${time}`,
  notYet: "Run it: then here stands what the variables hold wherever a call waits.",
  notRecorded: "This run was recorded without values. The next one will have them.",
  noneWaits: "At this moment no call waits. Step back or forward with ◀ and ▶.",
  noVariables: "no variables",
  notKept: "not kept: there were too many values before",
  notLoaded: "What shows the values could not be loaded. Try again.",
};

const chinese: ValuesLabels = {
  toggle: "显示变量的值",
  hint: "从下一次运行起，记录每次等待时各变量的值",
  title: "变量的值",
  at: (time) => `${time} 时，正在等待的调用中各变量的值`,
  notYet: "运行之后，这里会显示每次等待时各变量的值。",
  notRecorded: "这次运行没有记录变量的值，下一次运行会记录。",
  noneWaits: "这一刻没有调用在等待。可用 ◀ 和 ▶ 逐步查看。",
  noVariables: "没有变量",
  notKept: "没有保留：之前记录的值太多",
  notLoaded: "无法载入显示变量值的部分，请再试一次。",
};

/** The labels for a page's language tag: `zh-CN` gives Chinese, all else English. */
export function valuesLabelsFor(language: string | undefined): ValuesLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
