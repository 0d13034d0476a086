import { languageOf } from "../../../site.ts";

/** Every word that is said of the runs of both languages by itself. */
export interface BothLabels {
  readonly toggle: string;
  readonly hint: string;
  readonly ours: string;
  readonly theirs: string;
  readonly equal: (events: number) => string;
  readonly differ: (count: number, compared: number) => string;
  readonly firstOf: (language: string, event: string) => string;
  readonly nothingMore: string;
  readonly notRecorded: string;
  readonly notLoaded: string;
  readonly moment: string;
  readonly differs: string;
}

const english: BothLabels = {
  toggle: "Beside CPython",
  hint: "Shows what asyncio-ts and CPython 3.13 do with this example, on one time axis",
  ours: "TypeScript · asyncio-ts",
  theirs: "Python · CPython 3.13",
  equal: (events) =>
    `Both loops do the same: ${events} events, in the same order and at the same moments, up to the end of main.`,
  differ: (count, compared) =>
    `The loops differ: of ${compared} events, ${count} are marked that the other loop does not have there.`,
  firstOf: (language, event) => `${language} first differs with: ${event}`,
  nothingMore: "nothing of its own",
  notRecorded: "CPython's event loop is not recorded for this example: it waits for more than timers.",
  notLoaded: "The recorded runs could not be loaded. Try again.",
  moment: "Moment of both runs",
  differs: "differs",
};

const chinese: BothLabels = {
  toggle: "与 CPython 对照",
  hint: "在同一条时间轴上，看 asyncio-ts 和 CPython 3.13 各自怎样运行这个例子",
  ours: "TypeScript · asyncio-ts",
  theirs: "Python · CPython 3.13",
  equal: (events) => `两边的事件循环做的事完全一样：直到 main 结束，共 ${events} 个事件，顺序和时刻都相同。`,
  differ: (count, compared) => `两边的事件循环有差异：${compared} 个事件中，标出的 ${count} 个在另一边没有。`,
  firstOf: (language, event) => `${language} 第一处差异：${event}`,
  nothingMore: "没有独有的事件",
  notRecorded: "这个例子没有 CPython 事件循环的记录：它等待的不只是定时器。",
  notLoaded: "记录未能载入，请再试一次。",
  moment: "两次运行中的时刻",
  differs: "有差异",
};

/** The labels for a page's language tag: `zh-CN` gives Chinese, all else English. */
export function bothLabelsFor(language: string | undefined): BothLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
