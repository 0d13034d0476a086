/** A language of the site, as the folders of `content/` name it. */
export type Language = "en" | "zh-cn";

/** The language of a tag: `zh-CN`, in any case, gives Chinese, and all else English. */
export function languageOf(tag: string | undefined): Language {
  return tag?.toLowerCase().startsWith("zh") ? "zh-cn" : "en";
}

/** Where the pages of a language lie, below the site's base. */
export function folderOf(language: Language): string {
  return language === "en" ? "" : `${language}/`;
}

/** The address of the front page in a language, on any host. */
export function homeOf(language: Language): string {
  return basePath() + folderOf(language);
}

/** The path that the site's addresses begin with: `/`, or `/docs/`. Scripts find it from their own address. */
export function basePath(): string {
  return import.meta.env.BASE_URL.replace(/\/?$/, "/");
}
