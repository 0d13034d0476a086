import type { RunState } from "../sandbox/protocol.ts";

/** Every word that a pane says by itself. */
export interface Labels {
  readonly run: string;
  readonly stop: string;
  readonly edit: string;
  readonly reset: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly confirmReset: string;
  readonly version: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly expected: string;
  readonly recorded: string;
  readonly output: string;
  readonly editor: string;
  readonly loading: string;
  readonly loadFailed: string;
  readonly nodeOnly: string;
  readonly yourCode: string;
  readonly right: string;
  readonly wrong: (line: number) => string;
  readonly states: Readonly<Record<RunState, string>>;
  readonly dropped: (lines: number) => string;
}

const english: Labels = {
  run: "Run",
  stop: "Stop",
  edit: "Edit",
  reset: "Reset",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "The browser did not allow copying. Select the code and copy it by hand.",
  confirmReset: "Throw away your edits and go back to the original?",
  version: "Version",
  versions: {
    "main.ts": "TypeScript",
    "plain.ts": "Plain promises",
    "solution.ts": "Solution",
    "main.py": "Python",
  },
  expected: "Expected output",
  recorded: "Output recorded from CPython",
  output: "Output",
  editor: "Code editor",
  loading: "Loading the editor…",
  loadFailed: "The editor could not be loaded. Reload the page and try again.",
  nodeOnly: "Needs Node: copy it into a project to run it.",
  yourCode: "Your code",
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
};

const chinese: Labels = {
  run: "运行",
  stop: "停止",
  edit: "编辑",
  reset: "重置",
  copy: "复制",
  copied: "已复制",
  copyFailed: "浏览器不允许复制。请选中代码后手动复制。",
  confirmReset: "放弃你的修改，恢复原来的代码吗？",
  version: "版本",
  versions: {
    "main.ts": "TypeScript",
    "plain.ts": "原生 Promise",
    "solution.ts": "参考答案",
    "main.py": "Python",
  },
  expected: "预期输出",
  recorded: "CPython 的实录输出",
  output: "输出",
  editor: "代码编辑器",
  loading: "正在加载编辑器……",
  loadFailed: "编辑器加载失败。请刷新页面后重试。",
  nodeOnly: "需要 Node：请复制到项目中运行。",
  yourCode: "你的代码",
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
};

/** The labels for a page's language tag: `zh-CN` gives Chinese, all else English. */
export function labelsFor(language: string | undefined): Labels {
  return language?.toLowerCase().startsWith("zh") ? chinese : english;
}
