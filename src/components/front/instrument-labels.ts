import { type Language, languageOf } from "../../site.ts";
import type { Stretch, Way } from "./schedule.ts";

export interface InstrumentLabels {
  /** Names the whole figure. */
  readonly title: string;
  readonly ways: Readonly<Record<Way, { name: string; note: string }>>;
  readonly kinds: Readonly<Record<Stretch["kind"], string>>;
  /** What a call does at the moment, after its name. */
  readonly doing: Readonly<Record<Stretch["kind"], (line: number) => string>> & {
    readonly before: string;
    readonly done: string;
  };
  readonly play: string;
  readonly pause: string;
  readonly time: string;
  readonly delay: string;
}

const english: InstrumentLabels = {
  title: "Three calls on one thread, in three ways",
  ways: {
    sequential: { name: "One after another", note: "while one waits, nobody does anything" },
    concurrent: { name: "At once", note: "while one waits, the next one runs" },
    blocked: { name: "One of them blocks", note: "B never waits, so nobody else gets on" },
  },
  kinds: {
    run: "on the thread",
    wait: "at an await",
    block: "on the thread without an await",
    late: "could go on, but the thread is taken",
  },
  doing: {
    run: (line) => `runs line ${line}`,
    wait: (line) => `waits in line ${line}`,
    block: (line) => `keeps the thread in line ${line}`,
    late: () => "could go on, but the thread is taken",
    before: "is not called yet",
    done: "is done",
  },
  play: "Play",
  pause: "Pause",
  time: "Time",
  delay: "B takes",
};

const chinese: InstrumentLabels = {
  title: "一个线程上的三次调用，三种方式",
  ways: {
    sequential: { name: "一个接一个", note: "一个在等，谁都不干活" },
    concurrent: { name: "同时进行", note: "一个在等，下一个就运行" },
    blocked: { name: "其中一个阻塞", note: "B 从不等待，其余的都轮不到" },
  },
  kinds: {
    run: "占用线程",
    wait: "停在 await 处",
    block: "占用线程，没有 await",
    late: "可以继续，线程却被占着",
  },
  doing: {
    run: (line) => `运行第 ${line} 行`,
    wait: (line) => `在第 ${line} 行等待`,
    block: (line) => `在第 ${line} 行占着线程`,
    late: () => "可以继续，线程却被占着",
    before: "还没被调用",
    done: "已完成",
  },
  play: "播放",
  pause: "暂停",
  time: "时间",
  delay: "B 用时",
};

export function instrumentLabels(tag: string | undefined): InstrumentLabels {
  const labels: Readonly<Record<Language, InstrumentLabels>> = { en: english, "zh-cn": chinese };
  return labels[languageOf(tag)];
}

/** A time or a length as readers read it, in seconds with one place. */
export function seconds(tenths: number): string {
  return `${(tenths / 10).toFixed(1)} s`;
}
