import { type Language, languageOf } from "../../site.ts";
import { cut } from "../../trace/cut.ts";
import { outcomes, scopeKinds, traceLimits } from "../../trace/trace.ts";
import type { FileFault } from "./read-trace-file.ts";

/** How much of a value is said, in UTF-16 units. */
const mostOfValue = 40;

type Explanations = {
  readonly [Kind in FileFault["kind"]]: (fault: Extract<FileFault, { readonly kind: Kind }>) => string;
};

const english: Explanations = {
  "too large": ({ bytes, most }) => `it has ${megabytes(bytes)} MB, and a page reads ${megabytes(most)} MB`,
  "no list": ({ begins }) =>
    begins === "" ? "it is empty" : `it begins with ${shown(begins)}, and a list of events begins with “[”`,
  empty: () => "there is no event in it",
  "too many events": () =>
    `a run has ${traceLimits.all.toLocaleString("en")} events at most, and it has more`,
  "cut off": ({ event }) => `it ends in the middle of event ${event}, and was perhaps cut off`,
  "goes on": () => "something follows on its list of events",
  "no JSON": ({ event }) => `event ${event} is no JSON`,
  "too large an event": ({ event }) => `event ${event} is larger or deeper than an event can be`,
  "bad field": ({ event, field, value }) =>
    `in event ${event} “${field}” must be ${wantedIn(field).en}, and ${value === undefined ? "is missing" : `is ${shown(value)}`}`,
  "time goes back": ({ event }) => `at event ${event} the time goes back`,
  "made twice": ({ event, task }) => `event ${event} makes task ${task} a second time`,
};

const chinese: Explanations = {
  "too large": ({ bytes, most }) => `文件有 ${megabytes(bytes)} MB，而页面最多读 ${megabytes(most)} MB`,
  "no list": ({ begins }) =>
    begins === "" ? "文件是空的" : `文件以 ${shown(begins)} 开头，而事件的列表以“[”开头`,
  empty: () => "里面一个事件也没有",
  "too many events": () =>
    `一次运行最多有 ${traceLimits.all.toLocaleString("zh-CN")} 个事件，而它超过了这个数`,
  "cut off": ({ event }) => `文件在第 ${event} 个事件中间就结束了，可能没有保存完整`,
  "goes on": () => "事件的列表之后还有别的内容",
  "no JSON": ({ event }) => `第 ${event} 个事件不是 JSON`,
  "too large an event": ({ event }) => `第 ${event} 个事件太大或嵌套太深，不可能是事件`,
  "bad field": ({ event, field, value }) =>
    `第 ${event} 个事件的“${field}”应为${wantedIn(field)["zh-cn"]}，${value === undefined ? "却没有写" : `却是 ${shown(value)}`}`,
  "time goes back": ({ event }) => `到第 ${event} 个事件，时间倒退了`,
  "made twice": ({ event, task }) => `第 ${event} 个事件再次创建了任务 ${task}`,
};

type Words = Readonly<Record<Language, string>>;

const aText: Words = {
  en: `a text of at most ${traceLimits.text} characters`,
  "zh-cn": `最多 ${traceLimits.text} 个字符的文字`,
};

/** What a field must be; all others are numbers of something. */
const wanted: ReadonlyMap<string, Words> = new Map([
  ["kind", { en: "a kind of event that there is", "zh-cn": "已有的事件种类" }],
  ["at", { en: "a number of seconds, not below 0", "zh-cn": "不小于 0 的秒数" }],
  ["deadline", { en: "a number of seconds", "zh-cn": "秒数" }],
  ["name", aText],
  ["label", aText],
  ["message", aText],
  ["text", aText],
  ["source", aText],
  [
    "what",
    {
      en: `${aText.en}, or for a scope ${anyOf(scopeKinds)}`,
      "zh-cn": `${aText["zh-cn"]}，作用域则是 ${anyOf(scopeKinds)}`,
    },
  ],
  ["outcome", { en: anyOf(outcomes), "zh-cn": ` ${anyOf(outcomes)} ` }],
  [
    "frames",
    {
      en: `a list of at most ${traceLimits.frames} frames`,
      "zh-cn": `最多 ${traceLimits.frames} 个栈帧的列表`,
    },
  ],
  [
    "by",
    {
      en: `the number of a task, or for a lock a list of at most ${traceLimits.holders}`,
      "zh-cn": `任务的编号，锁则是最多 ${traceLimits.holders} 个编号的列表`,
    },
  ],
]);
const aNumber: Words = { en: "a whole number, not below 0", "zh-cn": "不小于 0 的整数" };

function wantedIn(field: string): Words {
  return wanted.get(field) ?? aNumber;
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(" / ");
}

/** What to do instead. */
const advice: Words = {
  en: "Open what Save or a recorder has written",
  "zh-cn": "请打开由“保存”或记录程序写出的文件",
};

/** Says why a file is not shown, and what to do, as the end of a sentence. */
export function explainFault(fault: FileFault, language: string | undefined): string {
  const explanations: Readonly<Record<Language, Explanations>> = { en: english, "zh-cn": chinese };
  const known = languageOf(language);
  const why = (explanations[known][fault.kind] as (fault: FileFault) => string)(fault);
  return `${why}${{ en: ". ", "zh-cn": "。" }[known]}${advice[known]}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** A stranger's value, whatever its size: no more of it is looked at than is said. */
function shown(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(cut(value, mostOfValue));
  }
  return Array.isArray(value) ? "[…]" : typeof value === "object" && value !== null ? "{…}" : String(value);
}
