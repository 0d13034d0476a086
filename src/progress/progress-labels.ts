import { type Language, languageOf } from "../site.ts";

/** What the site says of a reader's progress. */
export interface ProgressLabels {
  readonly language: Language;
  /** Said of a lesson, beside its name. */
  readonly read: string;
  /** Said of an exercise or a puzzle, beside its name. */
  readonly solved: string;
  readonly goOn: (lesson: string) => string;
  readonly markAsRead: (lesson: string) => string;
  readonly summary: (done: Done) => string;
  readonly save: string;
  readonly open: string;
  /** @param left Of so many examples there was no room for the edits. */
  readonly opened: (left: number) => string;
  readonly badFile: (reason: string) => string;
  readonly erase: string;
  readonly confirmErase: string;
  readonly erased: string;
}

/** How much there is, and how much of it is done. */
export interface Done {
  readonly read: number;
  readonly lessons: number;
  readonly solved: number;
  /** Exercises and puzzles. */
  readonly toSolve: number;
  /** Of so many examples the reader's edits are kept. */
  readonly edited: number;
}

const english: ProgressLabels = {
  language: "en",
  read: "read",
  solved: "solved",
  goOn: (lesson) => `Go on: ${lesson}`,
  markAsRead: (lesson) => `I have read ${lesson}`,
  summary: ({ read, lessons, solved, toSolve, edited }) =>
    `${read} of ${lessons} lessons read, ${solved} of ${toSolve} exercises and puzzles solved.${
      edited === 0 ? "" : ` Your edits of ${edited} ${edited === 1 ? "example" : "examples"} are kept.`
    }`,
  save: "Save to a file",
  open: "Open a file…",
  opened: (left) =>
    `What is in the file has been added to what was here.${
      left === 0 ? "" : ` There was no room for its edits of ${left} ${left === 1 ? "example" : "examples"}.`
    }`,
  badFile: (reason) => `This is no progress that was saved here: ${reason}. Nothing has changed.`,
  erase: "Erase all",
  confirmErase:
    "Erase your progress and your edits of all examples from this browser? They cannot be brought back.",
  erased: "Erased. This browser keeps nothing of your progress and your edits.",
};

const chinese: ProgressLabels = {
  language: "zh-cn",
  read: "已读",
  solved: "已完成",
  goOn: (lesson) => `接着学：${lesson}`,
  markAsRead: (lesson) => `“${lesson}”已读`,
  summary: ({ read, lessons, solved, toSolve, edited }) =>
    `${lessons} 课里已读 ${read} 课，${toSolve} 道练习和排序题里做对了 ${solved} 道。${
      edited === 0 ? "" : `你对 ${edited} 个示例的修改也保存着。`
    }`,
  save: "保存到文件",
  open: "打开文件……",
  opened: (left) =>
    `文件里的进度已并入这里的进度。${left === 0 ? "" : `空间不够，文件里有 ${left} 个示例的修改没有存下。`}`,
  badFile: (reason) => `这不是在本站保存的进度文件：${reason}。进度没有变化。`,
  erase: "全部清除",
  confirmErase: "要从这个浏览器里清除学习进度，以及你对所有示例的修改吗？清除后无法恢复。",
  erased: "已清除。这个浏览器里不再有你的学习进度和修改。",
};

/** @param language The tag of the page's language. */
export function progressLabelsFor(language: string | undefined): ProgressLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
