/**
 * What the sandbox and the pane say by themselves in errors, in Chinese. The sandbox knows no language, as it runs the same
 * for all pages. What the engine and the library say stays in English, as it would be in the reader's own project.
 */
const chinese: readonly (readonly [english: RegExp, chinese: string])[] = [
  [
    /^.* an enum: write an object with `as const`\.$/,
    "枚举（enum）不只是类型，Node 不会运行它。请改用带 `as const` 的对象。",
  ],
  [
    /^.* a namespace: write a module, or an object\.$/,
    "命名空间不只是类型，Node 不会运行它。请改用模块或对象。",
  ],
  [
    /^.* a parameter property: declare the field and assign it\.$/,
    "参数属性不只是类型，Node 不会运行它。请声明字段，再给它赋值。",
  ],
  [
    /^.* an `import = require\(\)`: write `import \.\.\. from "\.\.\."`\.$/,
    '`import = require()` 不只是类型，Node 不会运行它。请改写成 `import ... from "..."`。',
  ],
  [
    /^There is no module (".*") here\. What can be imported: (.*)\.$/,
    "没有名为 $1 的模块。可以导入的有：$2。",
  ],
  [
    /^These files import each other in a circle, which the pane cannot link: (.*)\.$/,
    "这些文件循环导入，示例窗格无法链接：$1。",
  ],
  [
    /^The program sent messages faster than a page can read them, and was ended\.$/,
    "程序发送消息太快，页面来不及读取，已被终止。",
  ],
  [/^Detected unsettled .*$/, "顶层的 await 再也等不到结果（Node 的退出码是 13）。"],
  [
    /^The program took more than (\d+) s to compile, and was given up\.$/,
    "程序在 $1 秒内没有编译完，已放弃。",
  ],
  [
    /^The browser ended the process in which the program ran, perhaps for want of memory\.$/,
    "浏览器终止了运行程序的进程，可能是内存不足。",
  ],
  [
    /^Nothing is left that could wake the event loop: CPython would wait for ever\.$/,
    "事件循环再也不会被唤醒了：CPython 会永远等下去。",
  ],
  [
    /^The calls go deeper than a page has room for: it has less than a machine\.$/,
    "调用嵌套太深，超出了网页的栈空间：它比本机小。",
  ],
  [/^(.*) could not be fetched: the server answered with (\d+)\.$/, "无法下载 $1：服务器的回答是 $2。"],
  [
    /^(.*) has (\d+) bytes, where (\d+) were expected\. Reload the page\.$/,
    "$1 有 $2 个字节，应有 $3 个。请刷新页面。",
  ],
  [/^The worker ended\.$/, "worker 已经终止。"],
  [
    /^A program in the pane may start (\d+) workers, and this is one more\.$/,
    "示例窗格里的程序最多可以启动 $1 个 worker，已经超出。",
  ],
  [
    /^The sandbox page did not load within (\d+) s\. Run tries again\.$/,
    "沙箱页面在 $1 秒内没有加载完成。请点“运行”重试。",
  ],
  [/^expected compressed code, found none$/, "应有压缩过的代码，却没有"],
  [
    /^expected compressed code of at most (\d+) characters, found (\d+)$/,
    "压缩过的代码最多 $1 个字符，这里却有 $2 个",
  ],
  [/^expected at most (\d+) characters of code, found (\d+)$/, "代码最多 $1 个字符，这里却有 $2 个"],
  [
    /^expected compressed code, found what was damaged: the link may have been cut$/,
    "压缩过的代码已经损坏，可能是链接被截断了",
  ],
  [
    /^expected at most (\d+) characters of code, and (\d+) in a line, found (\d+) and (\d+)$/,
    "代码最多 $1 个字符、每行最多 $2 个，这里却有 $3 个、最长一行 $4 个",
  ],
  [/^expected files by their names, found (.*)$/, "内容应是以名字存放的文件，却是 $1"],
  [
    /^expected the number of an event, at most (\d+), as the moment, found (.*)$/,
    "时刻应是某个事件的编号，最大 $1，却是 $2",
  ],
  [/^expected a pane of this page, found (.*)$/, "这一页没有示例窗格 $1"],
  [/^expected the code of (.*), found no file$/, "应有 $1 的代码，却一个文件也没有"],
  [/^expected the code of (.*), found (.*)$/, "只应有 $1 的代码，却有 $2"],
  [/^expected text as the code of (.*), found (.*)$/, "$1 的代码应是文本，却是 $2"],
];

/** A message of the site's own in Chinese; any other stays as it is. */
export function inChinese(message: string): string {
  const known = chinese.find(([english]) => english.test(message));
  return known === undefined ? message : message.replace(...known);
}
