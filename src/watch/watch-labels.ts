import { languageOf } from "../site.ts";

/** Every word that the overlay says by itself, beside those of the view and of the list of those that wait. */
export interface WatchLabels {
  readonly name: string;
  /** What the button says. */
  readonly idle: string;
  readonly tasks: (count: number) => string;
  readonly paused: string;
  readonly off: string;
  /** What is said in the panel. */
  readonly noLoop: string;
  readonly recording: string;
  readonly stopped: string;
  readonly full: (most: number) => string;
  readonly record: string;
  readonly stop: string;
  readonly anew: string;
  readonly close: string;
  readonly pauses: string;
}

const english: WatchLabels = {
  name: "Event loops of this page",
  idle: "no loop",
  tasks: (count) => (count === 1 ? "1 task" : `${count.toLocaleString("en")} tasks`),
  paused: "paused",
  off: "not recorded",
  noLoop: "No loop has run yet. Loops that were made before watch() are not seen.",
  recording: "This page's loops are recorded.",
  stopped: "Nothing is recorded any more. The page goes on.",
  full: (most) =>
    `The recording is full, with ${most.toLocaleString("en")} events: what came later is not in it.`,
  record: "Record from now on",
  stop: "Stop recording",
  anew: "Clear",
  close: "Close",
  pauses: "Pause holds the loops of asyncio-ts between two steps. The rest of the page goes on.",
};

const chinese: WatchLabels = {
  name: "本页的事件循环",
  idle: "没有循环",
  tasks: (count) => `${count.toLocaleString("zh-CN")} 个任务`,
  paused: "已暂停",
  off: "未记录",
  noLoop: "还没有循环运行过。在 watch() 之前创建的循环看不到。",
  recording: "正在记录本页的循环。",
  stopped: "已停止记录，页面照常运行。",
  full: (most) => `记录已满 ${most.toLocaleString("zh-CN")} 个事件，之后发生的没有记下来。`,
  record: "从现在起重新记录",
  stop: "停止记录",
  anew: "清空",
  close: "关闭",
  pauses: "“暂停”让 asyncio-ts 的循环停在两步之间，页面的其余部分照常运行。",
};

/** The labels for a language tag: `zh-CN` gives Chinese, all else English. */
export function watchLabelsFor(language: string | undefined): WatchLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
