import { languageOf } from "../../site.ts";

/** What the frame around a page says by itself. */
interface LayoutLabels {
  darkTheme: string;
  /** Names the links to the pages before and after. */
  neighbours: string;
  searchFailed: string;
  /** The other language, in its own words. */
  otherLanguage: { tag: string; short: string; name: string };
}

const english: LayoutLabels = {
  darkTheme: "Dark theme",
  neighbours: "Previous and next page",
  searchFailed: "The search could not be loaded. Reload the page and try again.",
  otherLanguage: { tag: "zh-CN", short: "中文", name: "中文：本页的中文版" },
};

const chinese: LayoutLabels = {
  darkTheme: "深色主题",
  neighbours: "上一页与下一页",
  searchFailed: "搜索加载失败。请刷新页面后重试。",
  otherLanguage: { tag: "en", short: "EN", name: "EN: this page in English" },
};

export function layoutLabels(language: string): LayoutLabels {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
