/** What the page for missing addresses says. */
export const notFoundWords = {
  en: {
    lang: "en",
    folder: "",
    title: "Page not found",
    text: "There is no page at this address. Use the search, or the list of lessons in the menu.",
    nearest: "Nearest to the address you asked for:",
    home: "The front page",
    first: "The first lesson",
    api: "The reference of asyncio-ts",
  },
  "zh-cn": {
    lang: "zh-CN",
    folder: "zh-cn/",
    title: "找不到页面",
    text: "这个地址没有页面。请使用搜索，或从菜单里的课程列表开始。",
    nearest: "与你访问的地址最接近的页面：",
    home: "首页",
    first: "第一课",
    api: "asyncio-ts 的 API 参考",
  },
};
