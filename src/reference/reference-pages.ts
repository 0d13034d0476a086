import { folderOf, type Language } from "../site.ts";
import { addressFromCategory, addressFromOverview, isInReference } from "./anchors.ts";
import { type Category, categories } from "./categories.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { pythonOriginal } from "./python-originals.ts";
import type { LibrarySymbol } from "./read-library.ts";
import { translate, untranslated, type WordedEntry, type WordedSymbol } from "./translate.ts";
import type { Translations } from "./translations.ts";

const words = {
  en: {
    title: "API",
    description: "All of what asyncio-ts exports, by what it is for.",
    introduction:
      "What asyncio-ts exports, made from its sources and their doc comments. Each entry names its original in Python, where it has one, and links to Python's documentation. All times are in seconds.",
    parameters: "Parameters",
    returns: "Returns",
    throws: "Throws",
    original: "In Python",
    example: "Example",
    members: "Members",
    inherited: (owner: string) => `From ${owner}`,
    overview: "Overview",
    titled: (title: string) => `API: ${title}`,
    colon: ": ",
    comma: ", ",
    inBrackets: (text: string) => ` (${text})`,
  },
  "zh-cn": {
    title: "API",
    description: "asyncio-ts 导出的全部内容，按用途分组。",
    introduction:
      "asyncio-ts 导出的全部内容，由源代码及其文档注释生成，文档注释已译成中文。每一项若在 Python 中有原型，都会给出名字，并链接到 Python 的中文文档。所有时间都以秒为单位。",
    parameters: "参数",
    returns: "返回",
    throws: "抛出",
    original: "对应的 Python",
    example: "示例",
    members: "成员",
    inherited: (owner: string) => `继承自 ${owner}`,
    overview: "概览",
    titled: (title: string) => `API：${title}`,
    colon: "：",
    comma: "、",
    inBrackets: (text: string) => `（${text}）`,
  },
};

/** Stands above an entry whose translation is missing, or older than the English. */
const notTranslated = "这一条的译文还没有跟上英文原文，以下为英文。";
/** The same, behind a member in a list. */
const notTranslatedMember = "（译文待更新）";

/** All pages of the reference, in both languages. Throws when the categories and the library do not agree. */
export function referencePages(
  symbols: readonly LibrarySymbol[],
  translations: Translations,
): GeneratedPage[] {
  checkCategories(symbols);
  return [
    ...pagesIn("en", symbols.map(untranslated)),
    ...pagesIn(
      "zh-cn",
      symbols.map((symbol) => translate(symbol, translations)),
    ),
  ];
}

/** An overview, and one page a category. */
function pagesIn(language: Language, symbols: readonly WordedSymbol[]): GeneratedPage[] {
  const named = new Map(symbols.map((symbol) => [symbol.name, symbol]));
  return [
    overview(named, language),
    ...categories.map((category) => ({
      id: `${folderOf(language)}api/${category.slug}`,
      title: words[language].titled(category.title[language]),
      label: category.title[language],
      description: category.description[language],
      markdown: category.symbols.map((name) => section(found(named, name, category), language)).join("\n\n"),
    })),
  ];
}

function checkCategories(symbols: readonly LibrarySymbol[]): void {
  const homeless = symbols.filter(({ name }) => !isInReference(name)).map(({ name }) => name);
  if (homeless.length > 0) {
    throw new Error(
      `asyncio-ts exports ${homeless.join(", ")}, which no page of the reference explains. Write \`@group\` and the title of one into each doc comment; src/reference/categories.ts has them.`,
    );
  }
}

function found(symbols: ReadonlyMap<string, WordedSymbol>, name: string, category: Category): WordedSymbol {
  const symbol = symbols.get(name);
  if (symbol === undefined) {
    throw new Error(
      `The category "${category.slug}" of the reference has ${name}, which asyncio-ts does not export. Remove the tag from its doc comment and the name from src/reference/categories.ts, or export it.`,
    );
  }
  return symbol;
}

function overview(symbols: ReadonlyMap<string, WordedSymbol>, language: Language): GeneratedPage {
  const { title, description, introduction, overview: label } = words[language];
  const sections = categories.map((category) => {
    const names = category.symbols.map((name) => {
      found(symbols, name, category);
      return `[\`${name}\`](${addressFromOverview(name)})`;
    });
    return `## ${category.title[language]}\n\n${category.description[language]}\n\n${names.join(" ")}`;
  });
  return {
    id: `${folderOf(language)}api`,
    title,
    description,
    label,
    markdown: [introduction, ...sections].join("\n\n"),
  };
}

function section(symbol: WordedSymbol, language: Language): string {
  const said = words[language];
  const long = symbol.members.filter((member) => !isShort(member));
  const short = symbol.members.filter(isShort);
  const members = long.map((member) => {
    const title = member.name === "constructor" ? `new ${symbol.name}` : `${symbol.name}.${member.name}`;
    return `### ${title}\n\n${body(member, language)}`;
  });
  const inherited = Object.entries(symbol.inherited).map(([owner, names]) => {
    const list = names.map((name) => code(name)).join(said.comma);
    return labelled(said.inherited(owner), `${list}${said.inBrackets(linked(owner))}`, said);
  });
  return [
    `## ${symbol.name}`,
    body(symbol, language),
    list(
      said.members,
      short.map((member) => shortMember(member, language)),
    ),
    ...inherited,
    ...members,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What one line of a list can hold. */
function isShort({
  signature,
  summary,
  parameters,
  returns,
  errors,
  originals,
  examples,
}: WordedEntry): boolean {
  const details = [...parameters, ...errors, ...originals, ...examples];
  return details.length === 0 && returns === "" && !`${signature}${summary}`.includes("\n\n");
}

function shortMember({ signature, summary, language: own }: WordedEntry, language: Language): string {
  const text = withLinks(summary);
  const said = own === language ? text : `<span lang="en">${text}</span>${notTranslatedMember}`;
  return `${code(signature)}${summary && `${words[language].colon}${said}`}`;
}

function body(entry: WordedEntry, language: Language): string {
  const text = explanation(entry);
  return [
    `\`\`\`ts\n${entry.signature}\n\`\`\``,
    text && entry.language !== language ? inEnglish(text) : text,
    ...entry.examples.map((example) => `**${words[language].example}**\n\n\`\`\`ts\n${example}\n\`\`\``),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** All of an entry that is neither its declaration nor an example, in the language that it is in. */
function explanation({ summary, parameters, returns, errors, originals, language }: WordedEntry): string {
  const said = words[language];
  const parts = [
    withLinks(summary),
    list(
      said.parameters,
      parameters.map(({ name, text }) => `\`${name}\`${said.colon}${withLinks(text)}`),
    ),
    returns && labelled(said.returns, withLinks(returns), said),
    list(
      said.throws,
      errors.map((text) => errorText(text, language)),
    ),
    originals.length > 0 &&
      labelled(
        said.original,
        originals.map((original) => originalLink(original, language)).join(said.comma),
        said,
      ),
  ];
  return parts.filter(Boolean).join("\n\n");
}

/** On a Chinese page: nobody has translated it yet, or the English has changed since. */
function inEnglish(text: string): string {
  return `<p class="untranslated">${notTranslated}</p>\n\n<div lang="en">\n\n${text}\n\n</div>`;
}

function list(title: string, items: readonly string[]): string {
  const lines = items.map((item) => `- ${item.replaceAll(/\s*\n\s*/g, " ")}`);
  return lines.length === 0 ? "" : `**${title}**\n\n${lines.join("\n")}`;
}

function labelled(title: string, text: string, { colon }: { readonly colon: string }): string {
  return `**${title}**${colon}${text}`;
}

function code(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, " ");
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** "TypeError when it is not a coroutine": the first word is the class, if it names one. */
function errorText(text: string, language: Language): string {
  const [, name = "", said = ""] = /^`?([A-Z]\w+)`?(.*)$/s.exec(text) ?? [];
  if (!isInReference(name) && !name.endsWith("Error")) {
    return withLinks(text);
  }
  return linked(name) + (language === "en" ? said : words[language].colon + said.trim());
}

/** Code that is the name of a symbol leads to it. */
function withLinks(text: string): string {
  return text.replace(/`(\w+)(\(\))?`/g, (code, name: string) =>
    isInReference(name) ? `[${code}](${addressFromCategory(name)})` : code,
  );
}

function linked(name: string): string {
  return isInReference(name) ? `[\`${name}\`](${addressFromCategory(name)})` : `\`${name}\``;
}

/** "Python's `asyncio.run()`" becomes a link to Python's documentation of it. */
function originalLink(text: string, language: Language): string {
  const address = pythonOriginal(text, language);
  const name = text.replace(/^Python's /, "");
  return address === undefined ? name : `[${name}](${address})`;
}
