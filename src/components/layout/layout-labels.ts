import { languageOf } from "../../site.ts";

/** What the frame around a page says by itself. */
interface LayoutLabels {
  darkTheme: string;
  /** Names the links to the pages before and after. */
  neighbours: string;
  searchFailed: string;
  /** The other language, in its own words. */
  otherLanguage: { tag: string; short: string; name: string };
  /** What many look for, at the top of every page. */
  places: { title: string; playground: string; cheatSheet: string };
  /** `citing` is the heading to which `origin` leads. */
  footer: { licence: string; origin: string; citing: string; edit: string };
}

const english: LayoutLabels = {
  darkTheme: "Dark theme",
  neighbours: "Previous and next page",
  searchFailed: "The search could not be loaded. Reload the page and try again.",
  otherLanguage: { tag: "zh-CN", short: "中文", name: "中文：本页的中文版" },
  places: { title: "Shortcuts", playground: "Playground", cheatSheet: "Cheat sheet" },
  footer: {
    licence: "MIT licence",
    origin: "Origin and how to cite",
    citing: "how-to-cite",
    edit: "Edit this page",
  },
};

const chinese: LayoutLabels = {
  darkTheme: "深色主题",
  neighbours: "上一页与下一页",
  searchFailed: "搜索加载失败。请刷新页面后重试。",
  otherLanguage: { tag: "en", short: "EN", name: "EN: this page in English" },
  places: { title: "快捷入口", playground: "演练场", cheatSheet: "速查表" },
  footer: { licence: "MIT 许可证", origin: "来源与引用方式", citing: "如何引用", edit: "编辑本页" },
};

export function layoutLabels(language: string): LayoutLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
