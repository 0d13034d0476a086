import { type Language, languageOf } from "../../site.ts";

/** What a page has not got, by what a program in Python that needs it says. */
const needs = {
  network: /\bstart_tls\b|^\s*(import|from) (ssl|http|urllib\.request|socketserver)\b/m,
  processes:
    /\b(create_subprocess_\w+|subprocess_exec|ProcessPoolExecutor|InterpreterPoolExecutor)\b|^\s*(import|from) (subprocess|multiprocessing|concurrent\.interpreters)\b|os\.(kill|fork|pipe)\b|signal\.raise_signal/m,
  threads:
    /\b(to_thread|run_in_executor|ThreadPoolExecutor|run_coroutine_threadsafe)\b|threading\.(Thread|Timer)\b|^from threading import/m,
};

type Need = keyof typeof needs;

const sentences: Readonly<Record<Language, Readonly<Record<Need, string>>>> = {
  en: {
    network:
      "Needs a network: a program in a page reaches nobody but itself. Copy it and run it with Python.",
    processes: "Needs other processes: a page cannot start any. Copy it and run it with Python.",
    threads: "Needs threads: Python has none in a page. Copy it and run it with Python.",
  },
  "zh-cn": {
    network: "需要网络：网页里的程序只能连接它自己。请复制代码，用 Python 运行。",
    processes: "需要别的进程：网页不能启动进程。请复制代码，用 Python 运行。",
    threads: "需要线程：网页里的 Python 没有线程。请复制代码，用 Python 运行。",
  },
};

/** Of a copy of the site from which CPython has been left out. */
const without: Readonly<Record<Language, string>> = {
  en: "This copy of the site comes without Python. Copy the program and run it with Python.",
  "zh-cn": "这份站点里没有 Python。请复制代码，用 Python 运行。",
};

/** Why a page cannot run a program in Python, in the page's language; undefined if it can. */
export function whyNotHere(code: string, language: string | undefined): string | undefined {
  const need = needOf(code);
  if (need !== undefined) {
    return sentences[languageOf(language)][need];
  }
  return isWithoutPython() ? without[languageOf(language)] : undefined;
}

function isWithoutPython(): boolean {
  return document.documentElement.hasAttribute("data-without-python");
}

/** What the program needs that a page has not got. */
export function needOf(code: string): Need | undefined {
  return (Object.keys(needs) as Need[]).find((need) => needs[need].test(code));
}
