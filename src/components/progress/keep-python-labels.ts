import type { PythonState } from "../../offline/python-state.ts";
import { type Language, languageOf } from "../../site.ts";

/** What the switch says that has Python kept. */
export interface KeepPythonLabels {
  readonly keep: (megabytes: string) => string;
  readonly hint: (megabytes: string) => string;
  /** Names the bar. */
  readonly fetched: string;
  readonly states: Readonly<Record<PythonState["state"], string>>;
  /** While the service worker is not there, without which nothing is kept. */
  readonly notYet: string;
  readonly savesData: string;
  readonly cannot: string;
  /** Of a copy of the site from which CPython has been left out. */
  readonly without: string;
}

const english: KeepPythonLabels = {
  keep: (megabytes) => `Keep Python as well (${megabytes} MB to fetch)`,
  hint: (megabytes) => `Stored, it takes ${megabytes} MB. Untick the box to remove it.`,
  fetched: "Python fetched",
  states: {
    none: "Python is not kept: it is fetched when you run it.",
    fetching: "Fetching Python…",
    kept: "Python is kept, and runs without a network.",
    unfetched: "Python could not be fetched whole, and nothing of it is kept. Tick the box to try again.",
    "no room":
      "The browser has no room for Python, and nothing of it is kept. Free some of its storage and try again.",
    "other version":
      "The site has a newer version, so that nothing of Python is kept. Reload the page and try again.",
  },
  notYet: "The browser has yet to store the site. Once it has, Python can be kept as well.",
  savesData: "Your browser asks sites to save data, so this one keeps nothing.",
  cannot: "This browser keeps no sites, or none from this address.",
  without: "This copy of the site comes without Python.",
};

const chinese: KeepPythonLabels = {
  keep: (megabytes) => `同时保存 Python（下载 ${megabytes} MB）`,
  hint: (megabytes) => `保存后占用 ${megabytes} MB。取消勾选就会删除。`,
  fetched: "Python 的下载进度",
  states: {
    none: "没有保存 Python：运行时再下载。",
    fetching: "正在下载 Python……",
    kept: "Python 已保存，没有网络也能运行。",
    unfetched: "Python 没有下载完整，所以没有保存。请重新勾选再试。",
    "no room": "浏览器的存储空间不够，没有保存 Python。请腾出空间再试。",
    "other version": "网站有了新版本，所以没有保存 Python。请刷新页面再试。",
  },
  notYet: "浏览器还没有保存好本站，保存好以后才能再保存 Python。",
  savesData: "浏览器开启了省流量模式，所以本站什么也不保存。",
  cannot: "这个浏览器不能保存网站，或者不能保存这个地址的网站。",
  without: "这份站点里没有 Python。",
};

/** @param language The tag of the page's language. */
export function keepPythonLabelsFor(language: string | undefined): KeepPythonLabels {
  return ({ en: english, "zh-cn": chinese } satisfies Record<Language, KeepPythonLabels>)[
    languageOf(language)
  ];
}
