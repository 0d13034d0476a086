import { folderOf, type Language } from "../site.ts";
import { addressFromCategory, addressFromOverview, isInReference } from "./anchors.ts";
import { type Category, categories } from "./categories.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { pythonOriginal } from "./python-originals.ts";
import type { Entry, LibrarySymbol } from "./read-library.ts";

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
  },
  "zh-cn": {
    title: "API",
    description: "asyncio-ts 导出的全部内容，按用途分组。",
    introduction:
      "asyncio-ts 导出的全部内容，由源代码及其文档注释生成；文档注释为英文。每一项若在 Python 中有原型，都会给出名字，并链接到 Python 的文档。所有时间都以秒为单位。",
    parameters: "参数",
    returns: "返回",
    throws: "抛出",
    original: "对应的 Python",
    example: "示例",
    members: "成员",
    inherited: (owner: string) => `继承自 ${owner}`,
    overview: "概览",
  },
};

/** All pages of the reference, in both languages. Throws when the categories and the library do not agree. */
export function referencePages(symbols: readonly LibrarySymbol[]): GeneratedPage[] {
  checkCategories(symbols);
  return [...pagesIn("en", symbols), ...pagesIn("zh-cn", symbols)];
}

/** An overview, and one page a category. */
function pagesIn(language: Language, symbols: readonly LibrarySymbol[]): GeneratedPage[] {
  const named = new Map(symbols.map((symbol) => [symbol.name, symbol]));
  return [
    overview(named, language),
    ...categories.map((category) => ({
      id: `${folderOf(language)}api/${category.slug}`,
      title: category.title[language],
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

function found(symbols: ReadonlyMap<string, LibrarySymbol>, name: string, category: Category): LibrarySymbol {
  const symbol = symbols.get(name);
  if (symbol === undefined) {
    throw new Error(
      `The category "${category.slug}" of the reference has ${name}, which asyncio-ts does not export. Remove the tag from its doc comment and the name from src/reference/categories.ts, or export it.`,
    );
  }
  return symbol;
}

function overview(symbols: ReadonlyMap<string, LibrarySymbol>, language: Language): GeneratedPage {
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

function section(symbol: LibrarySymbol, language: Language): string {
  const said = words[language];
  const long = symbol.members.filter((member) => !isShort(member));
  const short = symbol.members.filter(isShort);
  const members = long.map((member) => {
    const title = member.name === "constructor" ? `new ${symbol.name}` : `${symbol.name}.${member.name}`;
    return `### ${title}\n\n${body(member, language)}`;
  });
  const inherited = Object.entries(symbol.inherited).map(
    ([owner, names]) =>
      `${label(said.inherited(owner), language)}: ${names.map((name) => code(name)).join(", ")} (${linked(owner)})`,
  );
  return [
    `## ${symbol.name}`,
    body(symbol, language),
    list(
      said.members,
      short.map(({ signature, summary }) => `${code(signature)}${summary && `: ${withLinks(summary)}`}`),
      language,
    ),
    ...inherited,
    ...members,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What one line of a list can hold. */
function isShort({ signature, summary, parameters, returns, errors, originals, examples }: Entry): boolean {
  const details = [...parameters, ...errors, ...originals, ...examples];
  return details.length === 0 && returns === "" && !`${signature}${summary}`.includes("\n\n");
}

function body(entry: Entry, language: Language): string {
  const said = words[language];
  const originals = entry.originals.map(originalLink);
  const parts = [
    `\`\`\`ts\n${entry.signature}\n\`\`\``,
    withLinks(entry.summary),
    list(
      said.parameters,
      entry.parameters.map(({ name, text }) => `\`${name}\`: ${withLinks(text)}`),
      language,
    ),
    entry.returns && `${label(said.returns, language)}: ${withLinks(entry.returns)}`,
    list(said.throws, entry.errors.map(errorText), language),
    originals.length > 0 && `${label(said.original, language)}: ${originals.join(", ")}`,
    ...entry.examples.map((example) => `${label(said.example, language)}\n\n\`\`\`ts\n${example}\n\`\`\``),
  ];
  return parts.filter(Boolean).join("\n\n");
}

function list(title: string, items: readonly string[], language: Language): string {
  const lines = items.map((item) => `- ${item.replaceAll(/\s*\n\s*/g, " ")}`);
  return lines.length === 0 ? "" : `${label(title, language)}\n\n${lines.join("\n")}`;
}

/** The page's body is in the language of the doc comments; its labels are in the reader's. */
function label(text: string, language: Language): string {
  return language === "en" ? `**${text}**` : `<strong lang="zh-CN">${text}</strong>`;
}

function code(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, " ");
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** "TypeError when it is not a coroutine": the first word is the class. */
function errorText(text: string): string {
  return text.replace(/^`?([A-Z]\w+)`?/, (_, name: string) => linked(name));
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
function originalLink(text: string): string {
  const address = pythonOriginal(text);
  const name = text.replace(/^Python's /, "");
  return address === undefined ? name : `[${name}](${address})`;
}
