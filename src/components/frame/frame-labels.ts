/** What the frame around a page says by itself. */
interface FrameLabels {
  darkTheme: string;
  /** Names the links to the pages before and after. */
  neighbours: string;
  /** The other language, in its own words. */
  otherLanguage: { tag: string; short: string; name: string };
}

const english: FrameLabels = {
  darkTheme: "Dark theme",
  neighbours: "Previous and next page",
  otherLanguage: { tag: "zh-CN", short: "中文", name: "中文：本页的中文版" },
};

const chinese: FrameLabels = {
  darkTheme: "深色主题",
  neighbours: "上一页与下一页",
  otherLanguage: { tag: "en", short: "EN", name: "EN: this page in English" },
};

export function frameLabels(language: string): FrameLabels {
  return language.toLowerCase().startsWith("zh") ? chinese : english;
}
