import type { RunState } from "../sandbox/protocol.ts";
import { type Language, languageOf } from "../site.ts";

/** Every word that a pane says by itself. */
export interface Labels {
  readonly language: Language;
  readonly run: string;
  /** Before CPython has been fetched: how much that is, which a test holds to what it is. */
  readonly runPython: string;
  readonly loadingPython: string;
  readonly startingPython: string;
  readonly stop: string;
  /** Where another version than that which runs is shown. */
  readonly stillRuns: (version: string) => string;
  readonly edit: string;
  readonly reset: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly confirmReset: string;
  /** The same, where a page may not ask. */
  readonly resetAgain: string;
  /** Said of edits of an earlier visit. */
  readonly recalled: string;
  readonly version: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly expected: string;
  readonly recorded: string;
  readonly output: string;
  readonly wholeCode: (lines: number) => string;
  readonly editor: string;
  /** Said of a change that the editor refuses. */
  readonly tooMuchCode: (file: number, line: number) => string;
  readonly loading: string;
  readonly loadFailed: string;
  readonly filesFailed: string;
  readonly nodeOnly: string;
  readonly more: string;
  readonly live: string;
  readonly liveHint: string;
  readonly share: string;
  readonly shared: string;
  readonly shareTooLong: string;
  readonly fromLink: string;
  readonly badLink: (reason: string) => string;
  readonly download: string;
  readonly downloadFailed: string;
  readonly embed: string;
  readonly embedHint: string;
  readonly embedded: string;
  readonly present: string;
  readonly presentHint: string;
  readonly leavePresentation: string;
  /** Where an embedded pane leads. */
  readonly toLesson: string;
  readonly library: string;
  readonly libraryFailed: string;
  readonly times: string;
  readonly clearOutput: string;
  readonly copyOutput: string;
  readonly yourCode: string;
  readonly right: string;
  readonly wrong: (line: number) => string;
  readonly states: Readonly<Record<RunState, string>>;
  readonly dropped: (lines: number) => string;
  readonly types: string;
  readonly typesHint: string;
  readonly loop: string;
  readonly loopHint: string;
  /** By where the example runs. */
  readonly recordedRun: Readonly<Record<"browser" | "node", string>>;
  readonly viewFailed: string;
  readonly loadingTypes: string;
  readonly typesReady: string;
  readonly typesFailed: string;
  readonly typeErrors: (count: number) => string;
  /** Names the static code for a screen reader, when it takes the focus. */
  readonly typesByKeyboard: string;
  /** The editor's own words, by their English originals. */
  readonly editorPhrases: Readonly<Record<string, string>>;
}

const english: Labels = {
  language: "en",
  run: "Run",
  runPython: "Run · 4.2 MB",
  loadingPython: "Loading CPython…",
  startingPython: "Starting CPython…",
  stop: "Stop",
  stillRuns: (version) => `${version} is still running`,
  edit: "Edit",
  reset: "Reset",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "The browser did not allow copying. The text is selected: copy it with Ctrl+C or ⌘C.",
  confirmReset: "Throw away your edits and go back to the original?",
  resetAgain: "Press Reset again to throw away your edits.",
  recalled: "These are your edits from before. Reset goes back to the original.",
  version: "Version",
  versions: {
    "main.ts": "asyncio-ts",
    "plain.ts": "async/await",
    "solution.ts": "Solution",
    "main.py": "Python",
  },
  expected: "Expected output",
  recorded: "Output recorded from CPython",
  output: "Output",
  wholeCode: (lines) => `Show all ${lines} lines`,
  editor: "Code editor",
  tooMuchCode: (file, line) =>
    `Not taken: the editor holds ${file} characters, and ${line} in a line. Take a smaller piece.`,
  loading: "Loading the editor…",
  loadFailed: "What this needs could not be loaded. Reload the page and try again.",
  filesFailed: "This version could not be loaded. Follow its link, or choose it again.",
  nodeOnly: "Needs Node: copy it into a project to run it.",
  more: "More",
  live: "Run while I type",
  liveHint: "Every edit runs by itself",
  share: "Copy link to this code",
  shared: "Link copied. It holds your code and is not sent anywhere.",
  shareTooLong: "The code is too long for a link. Download the project instead.",
  fromLink: "This code came with the link. Read it before you run it.",
  badLink: (reason) => `The code in this link cannot be read: ${reason}. The original is shown.`,
  download: "Download project",
  downloadFailed: "The project could not be packed. Reload the page and try again.",
  embed: "Copy HTML to embed",
  embedHint: "Show this example in a page of yours",
  embedded: "HTML copied. In any page it shows this example, without your edits.",
  present: "Present",
  presentHint: "Fills the screen. → steps on, ← goes back, Escape leaves.",
  leavePresentation: "Leave",
  toLesson: "Open the lesson",
  library: "Source of asyncio-ts",
  libraryFailed: "The library's sources could not be loaded. Reload the page and try again.",
  times: "Timestamps",
  clearOutput: "Clear",
  copyOutput: "Copy output",
  yourCode: "Exercise",
  right: "Right: it prints what was asked for.",
  wrong: (line) => `Not yet: line ${line} of the output differs from what was asked for.`,
  states: {
    running: "Running",
    done: "Done",
    failed: "Failed",
    stopped: "Stopped",
    blocked: "Blocked: the program has not answered for 3 seconds. Stop ends it.",
  },
  dropped: (lines) => `${lines.toLocaleString("en")} earlier lines are not shown`,
  types: "Check types",
  typesHint: "Check types while you edit. F8: next error. Ctrl-Space: complete. F2: type at the cursor.",
  loop: "Event loop",
  loopHint: "See what the loop does, step by step",
  recordedRun: {
    browser: "What the loop does in a recorded run",
    node: "What the loop does in a run recorded in Node",
  },
  viewFailed: "The event-loop view could not be loaded. Reload the page and try again.",
  loadingTypes: "Loading TypeScript…",
  typesReady: "Types are checked as you type.",
  typesFailed: "TypeScript could not be loaded. Press Check types to try again.",
  typeErrors: (count) =>
    count === 0 ? "No type errors" : count === 1 ? "1 type error" : `${count} type errors`,
  typesByKeyboard: "Code. The left and right arrow keys show the type of each name.",
  editorPhrases: {},
};

const chinese: Labels = {
  language: "zh-cn",
  run: "运行",
  runPython: "运行 · 4.2 MB",
  loadingPython: "正在下载 CPython……",
  startingPython: "正在启动 CPython……",
  stop: "停止",
  stillRuns: (version) => `${version} 还在运行`,
  edit: "编辑",
  reset: "重置",
  copy: "复制",
  copied: "已复制",
  copyFailed: "浏览器不允许复制。文字已经选中，请按 Ctrl+C 或 ⌘C 复制。",
  confirmReset: "放弃你的修改，恢复原来的代码吗？",
  resetAgain: "再按一次“重置”，就会放弃你的修改。",
  recalled: "这是你上次修改的代码。按“重置”恢复原来的代码。",
  version: "版本",
  versions: {
    "main.ts": "asyncio-ts",
    "plain.ts": "async/await",
    "solution.ts": "参考答案",
    "main.py": "Python",
  },
  expected: "预期输出",
  recorded: "CPython 的实际输出",
  output: "输出",
  wholeCode: (lines) => `显示全部 ${lines} 行`,
  editor: "代码编辑器",
  tooMuchCode: (file, line) => `没有放进来：编辑器最多容纳 ${file} 个字符，每行最多 ${line} 个。请分成小段。`,
  loading: "正在加载编辑器……",
  loadFailed: "所需的内容加载失败。请刷新页面后重试。",
  filesFailed: "这个版本没能加载。可以点开它的链接，或者再选一次。",
  nodeOnly: "需要 Node：请复制到你的项目里运行。",
  more: "更多",
  live: "边改边运行",
  liveHint: "每次修改后自动运行",
  share: "复制代码链接",
  shared: "链接已复制。代码就在链接里，不会上传到任何服务器。",
  shareTooLong: "代码太长，放不进链接。请改用“下载项目”。",
  fromLink: "这段代码来自链接。运行之前请先读一遍。",
  badLink: (reason) => `链接里的代码无法读取：${reason}。下面是原来的代码。`,
  download: "下载项目",
  downloadFailed: "项目打包失败。请刷新页面后重试。",
  embed: "复制嵌入代码",
  embedHint: "在你自己的网页里显示这个示例",
  embedded: "已复制 HTML，放进任何网页都能显示这个示例（不含你的修改）。",
  present: "演示",
  presentHint: "铺满屏幕。→ 前进一步，← 后退一步，Esc 退出。",
  leavePresentation: "退出演示",
  toLesson: "打开课程",
  library: "asyncio-ts 源码",
  libraryFailed: "库的源码加载失败。请刷新页面后重试。",
  times: "时间",
  clearOutput: "清空",
  copyOutput: "复制输出",
  yourCode: "练习",
  right: "正确：打印的正是要求的内容。",
  wrong: (line) => `还不对：输出的第 ${line} 行与要求的不同。`,
  states: {
    running: "运行中",
    done: "已完成",
    failed: "失败",
    stopped: "已停止",
    blocked: "已阻塞：程序超过 3 秒没有响应。点“停止”可以结束它。",
  },
  dropped: (lines) => `前面的 ${lines.toLocaleString("zh-CN")} 行没有显示`,
  types: "检查类型",
  typesHint: "编辑时检查类型。F8：下一个错误；Ctrl-空格：补全；F2：光标处的类型。",
  loop: "事件循环",
  loopHint: "一步一步地看循环在做什么",
  recordedRun: {
    browser: "一次已记录的运行中，事件循环做了什么",
    node: "一次在 Node 中记录的运行里，事件循环做了什么",
  },
  viewFailed: "事件循环视图加载失败。请刷新页面后重试。",
  loadingTypes: "正在加载 TypeScript……",
  typesReady: "输入时会检查类型。",
  typesFailed: "TypeScript 加载失败。请点“检查类型”重试。",
  typeErrors: (count) => (count === 0 ? "没有类型错误" : `${count} 个类型错误`),
  typesByKeyboard: "代码。按左右方向键查看各个名称的类型。",
  editorPhrases: {
    Completions: "补全",
    Diagnostics: "类型错误",
    "No diagnostics": "没有类型错误",
    close: "关闭",
  },
};

/** The labels for a page's language tag: `zh-CN` gives Chinese, all else English. */
export function labelsFor(language: string | undefined): Labels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
