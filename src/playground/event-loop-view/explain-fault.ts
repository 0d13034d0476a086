import { type Language, languageOf } from "../../site.ts";
import { cut } from "../../trace/cut.ts";
import { traceLimits } from "../../trace/trace.ts";
import type { FileFault } from "./read-trace-file.ts";

/** How much of a value is said, in UTF-16 units. */
const mostOfValue = 40;

type Explanations = {
  readonly [Kind in FileFault["kind"]]: (fault: Extract<FileFault, { readonly kind: Kind }>) => string;
};

const english: Explanations = {
  "too large": ({ bytes, most }) => `it has ${megabytes(bytes)} MB, and a page reads ${megabytes(most)} MB`,
  "no JSON": () => "it is no JSON",
  "no list": () => "it is JSON, but no list of events",
  empty: () => "there is no event in it",
  "too many events": ({ events }) =>
    `it has ${events.toLocaleString("en")} events, and a run has ${traceLimits.all.toLocaleString("en")} at most`,
  "bad field": ({ event, field, value }) => `in event ${event} “${field}” must not be ${shown(value)}`,
  "time goes back": ({ event }) => `at event ${event} the time goes back`,
  "made twice": ({ event, task }) => `event ${event} makes task ${task} a second time`,
};

const chinese: Explanations = {
  "too large": ({ bytes, most }) => `文件有 ${megabytes(bytes)} MB，而页面最多读 ${megabytes(most)} MB`,
  "no JSON": () => "内容不是 JSON",
  "no list": () => "内容是 JSON，但不是事件的列表",
  empty: () => "里面一个事件也没有",
  "too many events": ({ events }) =>
    `里面有 ${events.toLocaleString("zh-CN")} 个事件，而一次运行最多 ${traceLimits.all.toLocaleString("zh-CN")} 个`,
  "bad field": ({ event, field, value }) => `第 ${event} 个事件的“${field}”不能是 ${shown(value)}`,
  "time goes back": ({ event }) => `到第 ${event} 个事件，时间倒退了`,
  "made twice": ({ event, task }) => `第 ${event} 个事件再次创建了任务 ${task}`,
};

/** Says why a file is not shown, as the end of a sentence. */
export function explainFault(fault: FileFault, language: string | undefined): string {
  const explanations: Readonly<Record<Language, Explanations>> = { en: english, "zh-cn": chinese };
  return (explanations[languageOf(language)][fault.kind] as (fault: FileFault) => string)(fault);
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
