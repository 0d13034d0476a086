import type { Language } from "../../site.ts";

/** A stretch of time in a lane, in tenths of a second. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `run`: on the thread. `wait`: at an await. `block`: on the thread, without an await. `late`: ready, but not on. */
  readonly kind: "run" | "wait" | "block" | "late";
}

/** One way to run three tasks, each of which works, awaits for two seconds, and works again. */
export interface Schedule {
  readonly name: Readonly<Record<Language, string>>;
  readonly note: Readonly<Record<Language, string>>;
  /** One lane a task. */
  readonly lanes: readonly (readonly Stretch[])[];
  readonly total: number;
}

const work = 3;
const pause = 20;
const length = work + pause + work;

const run = (from: number): Stretch => ({ from, to: from + work, kind: "run" });
const wait = (from: number, to: number): Stretch => ({ from, to, kind: "wait" });
const late = (from: number, to: number): Stretch => ({ from, to, kind: "late" });

/** A task whom nobody keeps off the thread. */
const undisturbed = (from: number): readonly Stretch[] => {
  const back = from + work + pause;
  return [run(from), wait(from + work, back), run(back)];
};

/** The second task calls something that takes three seconds and awaits nothing. */
const unblocked = work + 30;
const blocked: Schedule["lanes"] = [
  [run(0), wait(work, work + pause), late(work + pause, unblocked + work), run(unblocked + work)],
  [{ from: work, to: unblocked, kind: "block" }],
  [late(work, unblocked), ...undisturbed(unblocked)],
];

export const schedules: readonly Schedule[] = [
  {
    name: { en: "One after another", "zh-cn": "一个接一个" },
    note: { en: "while one awaits, so do all", "zh-cn": "一个在等，全都得等" },
    lanes: [undisturbed(0), undisturbed(length), undisturbed(2 * length)],
    total: 3 * length,
  },
  {
    name: { en: "As tasks", "zh-cn": "各自成为任务" },
    note: { en: "while one awaits, the next one runs", "zh-cn": "一个在等，下一个就运行" },
    lanes: [undisturbed(0), undisturbed(work), undisturbed(2 * work)],
    total: length + 2 * work,
  },
  {
    name: { en: "One of them blocks", "zh-cn": "其中一个阻塞" },
    note: { en: "no await, so nobody else gets on", "zh-cn": "没有 await，其余的都轮不到" },
    lanes: blocked,
    total: unblocked + length,
  },
];

/** What the whole width stands for. */
export const scale = Math.max(...schedules.map(({ total }) => total));
