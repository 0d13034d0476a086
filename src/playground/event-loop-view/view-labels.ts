import { languageOf } from "../../site.ts";
import type { Outcome } from "../../trace/trace.ts";
import type { DrawingWords } from "./drawing.ts";
import type { Doing } from "./lane.ts";

/** Every word that the event-loop view says by itself. */
export interface ViewLabels extends DrawingWords {
  readonly title: string;
  readonly pause: string;
  readonly resume: string;
  readonly step: string;
  readonly stepHint: string;
  readonly stepToOutput: string;
  readonly speed: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly save: string;
  readonly exportSvg: string;
  readonly saveTrace: string;
  readonly saveChromeTrace: string;
  readonly nothingToSave: string;
  readonly table: string;
  readonly moment: string;
  readonly keys: string;
  readonly hint: string;
  readonly recorded: string;
  readonly recordedHint: string;
  /** Said of a run once its code has been changed. */
  readonly outdated: string;
  /** Said of the run that the page's picture shows. */
  readonly recordedHere: string;
  readonly opened: (file: string) => string;
  readonly noTrace: (file: string, why: string) => string;
  readonly stopFirst: string;
  readonly atMoment: (time: string) => string;
  readonly noMoment: string;
  readonly back: string;
  readonly forward: string;
  readonly toStart: string;
  readonly toEnd: string;
  readonly outputAt: (time: string, later: number) => string;
  readonly unhandled: string;
  /** What is called otherwise where the host's own loop runs promises. */
  readonly ofPromises: PromiseLabels;
  readonly running: string;
  /** What runs next, while nothing runs. */
  readonly next: string;
  /** From which line to which, as far as that is known. */
  readonly justRan: (name: string, from: Line, to: Line) => string;
  readonly readyQueue: string;
  readonly timers: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly pausedAt: (time: string) => string;
  readonly endedAt: (time: string) => string;
  /** Of runs in Python where the browser cannot suspend WebAssembly. */
  readonly onlyWalk: string;
  /** Of a run that cannot be paused any more. */
  readonly undriven: string;
  readonly recordedInPython: string;
  readonly neverRuns: string;
  readonly nothingRecorded: string;
  /** Of a run that has printed. */
  readonly noLoopRan: string;
  readonly dropped: (count: number) => string;
  readonly notRecordedLater: string;
  readonly doing: Readonly<Record<Doing, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly blockedLoop: string;
  readonly waitsFor: (what: string) => string;
  readonly wakes: string;
  readonly cancels: string;
  /** Of the parts of the axis that are not to scale. */
  readonly enlarged: string;
  readonly task: string;
  readonly does: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly line: string;
  readonly prints: string;
  readonly cutTable: (rows: number) => string;
}

type PromiseLabels = Pick<
  ViewLabels,
  "readyQueue" | "callbacks" | "blockedLoop" | "blocked" | "picture" | "task" | "pausedAt" | "endedAt"
>;

const english: ViewLabels = {
  title: "Event loop",
  pause: "Pause",
  resume: "Resume",
  step: "Step",
  stepHint: "Runs one callback: one step of a task, or one timer",
  stepToOutput: "Step to output",
  speed: "Speed",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Whole run",
  save: "Save",
  exportSvg: "the picture",
  saveTrace: "the run, for this view to open again",
  saveChromeTrace: "the run, as a Chrome trace for Perfetto and other tools",
  nothingToSave: "Run the program first: then its run can be saved.",
  table: "Table",
  moment: "Moment of the run",
  keys: "Arrow keys: to the next step or back. Page up and down: ten steps. Home, End. Plus and minus: zoom. Up and down: other tasks. O: open a trace file.",
  hint: "Run it, then move over the picture: here stand the ready queue and the timers of that moment.",
  recorded: "A run recorded in Node",
  recordedHint: "Move over the picture: here stand the ready queue and the timers of that moment.",
  outdated: "The code has changed since this run. Run draws a new one.",
  recordedHere: "A recorded run. Step back and forward with ◀ and ▶; Run draws one of your own.",
  opened: (file) => `A run recorded in ${file}`,
  noTrace: (file, why) => `${file} is no trace of an event loop: ${why}.`,
  stopFirst: "The program is running. Stop it, then open the trace.",
  atMoment: (time) => `The moment of the link, at ${time}`,
  noMoment: "The link leads to a moment that this run does not have: it was shorter.",
  back: "One step back in the run that is shown",
  forward: "One step forward in the run that is shown",
  toStart: "To the beginning of the run",
  toEnd: "To the end of the run",
  outputAt: (time, later) =>
    `at ${time}${later === 0 ? "" : `, ${later} later ${later === 1 ? "line is" : "lines are"} hidden`}`,
  unhandled: "rejection without a handler",
  ofPromises: {
    readyQueue: "Microtasks",
    callbacks: "host",
    blockedLoop: "thread blocked",
    blocked: (time) => `thread blocked for ${time}`,
    picture: (calls, time) => `Timeline of ${calls} async ${calls === 1 ? "call" : "calls"} in ${time}`,
    task: "Call",
    pausedAt: (time) => `Held still at ${time}`,
    endedAt: (time) => `Ended at ${time}. Promises cannot be paused: step back and forward with ◀ and ▶`,
  },
  running: "Running",
  next: "Next",
  justRan: (name, from, to) => `Just ran: ${name}${partOf(from, to)}`,
  readyQueue: "Ready queue",
  timers: "Timers",
  nothing: "empty",
  more: (count) => `${count} more`,
  pausedAt: (time) => `Paused at ${time}`,
  endedAt: (time) => `Ended at ${time}`,
  onlyWalk:
    "In this browser Python is recorded, not paused. Once it has ended, step back and forward with ◀ and ▶.",
  undriven:
    "JavaScript has called this program, and it cannot be paused from here on. Once it has ended, step back and forward with ◀ and ▶.",
  recordedInPython:
    "A run recorded in CPython 3.13. Step back and forward with ◀ and ▶; Run draws one of your own.",
  neverRuns: "No run of this version is recorded, and it does not run in a page.",
  noLoopRan: "No event loop ran",
  nothingRecorded: "Nothing was recorded: no event loop ran, and nothing was printed.",
  dropped: (count) => `${count.toLocaleString("en")} later events are not shown`,
  notRecordedLater: "What came later was not recorded",
  doing: { runs: "runs", ready: "ready", waits: "waits" },
  outcomes: { result: "done", exception: "failed", cancelled: "cancelled" },
  blockedLoop: "loop blocked",
  waitsFor: (what) => `waits for ${what}`,
  wakes: "wakes",
  cancels: "cancels",
  enlarged: "steps, enlarged",
  task: "Task",
  does: "Does",
  what: "What",
  from: "From",
  to: "To",
  line: "Line",
  prints: "prints",
  cutTable: (rows) => `The first ${rows.toLocaleString("en")} rows are shown.`,
  callbacks: "loop",
  output: "output",
  picture: (tasks, time) => `Timeline of ${tasks} ${tasks === 1 ? "task" : "tasks"} in ${time}`,
  blocked: (time) => `loop blocked for ${time}`,
};

const chinese: ViewLabels = {
  title: "事件循环",
  pause: "暂停",
  resume: "继续",
  step: "单步",
  stepHint: "运行一个回调：任务的一步，或者一个定时器",
  stepToOutput: "到下一次输出",
  speed: "速度",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "整个过程",
  save: "保存",
  exportSvg: "保存图",
  saveTrace: "保存这次运行，以后可在这里打开",
  saveChromeTrace: "把这次运行存为 Chrome 跟踪文件，可用 Perfetto 等工具打开",
  nothingToSave: "请先运行程序，然后才能保存运行过程。",
  table: "表格",
  moment: "运行中的时刻",
  keys: "左右方向键：下一步或上一步；PageUp、PageDown：十步；Home、End：开头、结尾；加号、减号：缩放；上下方向键：其他任务；O：打开跟踪文件。",
  hint: "运行之后，在图上移动光标，这里会显示那一刻的就绪队列和定时器。",
  recorded: "在 Node 中记录的一次运行",
  recordedHint: "在图上移动光标，这里会显示那一刻的就绪队列和定时器。",
  outdated: "这次运行之后代码改过了；点“运行”会画出新的一次。",
  recordedHere: "这是记录下来的一次运行，用 ◀ 和 ▶ 逐步查看；点“运行”会画出你自己的运行。",
  opened: (file) => `${file} 中记录的一次运行`,
  noTrace: (file, why) => `${file} 不是事件循环的跟踪文件：${why}。`,
  stopFirst: "程序正在运行。请先停止，再打开跟踪文件。",
  atMoment: (time) => `链接所指的时刻：${time}`,
  noMoment: "链接所指的时刻在这次运行中不存在：这次运行更短。",
  back: "在已记录的过程中后退一步",
  forward: "在已记录的过程中前进一步",
  toStart: "回到开头",
  toEnd: "到结尾",
  outputAt: (time, later) => `${time} 时的输出${later === 0 ? "" : `，之后的 ${later} 行已隐藏`}`,
  unhandled: "拒绝后没有人处理",
  ofPromises: {
    readyQueue: "微任务",
    callbacks: "宿主",
    blockedLoop: "线程被阻塞",
    blocked: (time) => `线程被阻塞 ${time}`,
    picture: (calls, time) => `${time} 内 ${calls} 次异步调用的时间线`,
    task: "调用",
    pausedAt: (time) => `画面停在 ${time}`,
    endedAt: (time) => `结束于 ${time}。Promise 无法暂停，可用 ◀ 和 ▶ 逐步回看`,
  },
  running: "正在运行",
  next: "接下来",
  justRan: (name, from, to) => `刚运行过：${name}${chinesePartOf(from, to)}`,
  readyQueue: "就绪队列",
  timers: "定时器",
  nothing: "空",
  more: (count) => `另有 ${count} 个`,
  pausedAt: (time) => `暂停在 ${time}`,
  endedAt: (time) => `结束于 ${time}`,
  onlyWalk: "在这个浏览器里，Python 的运行会被记录，但不能暂停。运行结束后，可用 ◀ 和 ▶ 逐步回看。",
  undriven: "程序是由 JavaScript 调用的，从这里起不能暂停。运行结束后，可用 ◀ 和 ▶ 逐步回看。",
  recordedInPython:
    "在 CPython 3.13 中记录的一次运行。可用 ◀ 和 ▶ 逐步回看；点击“运行”，就会画出你自己的运行。",
  neverRuns: "这个版本没有运行记录，也无法在页面中运行。",
  noLoopRan: "事件循环没有运行",
  nothingRecorded: "没有记录到任何内容：事件循环没有运行，也没有输出。",
  dropped: (count) => `之后的 ${count.toLocaleString("zh-CN")} 个事件没有显示`,
  notRecordedLater: "之后的过程没有记录",
  doing: { runs: "运行", ready: "就绪", waits: "等待" },
  outcomes: { result: "完成", exception: "失败", cancelled: "已取消" },
  blockedLoop: "循环被阻塞",
  waitsFor: (what) => `等待 ${what}`,
  wakes: "唤醒",
  cancels: "取消",
  enlarged: "放大显示的步骤",
  task: "任务",
  does: "状态",
  what: "内容",
  from: "开始",
  to: "结束",
  line: "行",
  prints: "打印",
  cutTable: (rows) => `只显示前 ${rows.toLocaleString("zh-CN")} 行。`,
  callbacks: "循环",
  output: "输出",
  picture: (tasks, time) => `${time} 内 ${tasks} 个任务的时间线`,
  blocked: (time) => `循环被阻塞 ${time}`,
};

/** The labels for a page's language tag: `zh-CN` gives Chinese, all else English. */
export function viewLabelsFor(language: string | undefined): ViewLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}

type Line = number | undefined;

function partOf(from: Line, to: Line): string {
  if (from === to) {
    return to === undefined ? "" : `, line ${to}`;
  }
  if (to === undefined) {
    return `, from line ${from}`;
  }
  return from === undefined ? `, to line ${to}` : `, line ${from} → ${to}`;
}

function chinesePartOf(from: Line, to: Line): string {
  if (from === to) {
    return to === undefined ? "" : `，第 ${to} 行`;
  }
  if (to === undefined) {
    return `，从第 ${from} 行起`;
  }
  return from === undefined ? `，到第 ${to} 行` : `，第 ${from} → ${to} 行`;
}
