import { stripVTControlCharacters } from "node:util";

/**
 * Tells what the program prints, as it is printed: to make text of its values a second time could run code of its own again.
 *
 * @param isWanted Asked before something is printed.
 * @param onOutput Called after that, with how many times the program had printed before, and the text.
 */
export function listenToConsole(
  isWanted: () => boolean,
  onOutput: (line: number, text: string) => void,
): void {
  let lines = 0;
  for (const method of ["log", "info", "debug", "warn", "error"] as const) {
    const print = console[method];
    const stream = method === "warn" || method === "error" ? process.stderr : process.stdout;
    const listening = (...values: unknown[]) => {
      const line = lines++;
      if (!isWanted()) {
        print.apply(console, values);
        return;
      }
      const text = written(stream, () => print.apply(console, values));
      if (text !== undefined) {
        onOutput(line, stripVTControlCharacters(text).replace(/\n$/, ""));
      }
    };
    Object.defineProperty(listening, "name", { value: method });
    console[method] = listening;
  }
}

/** What is written to a stream meanwhile; undefined for nothing. */
function written(stream: NodeJS.WriteStream, print: () => void): string | undefined {
  const own = Object.getOwnPropertyDescriptor(stream, "write");
  const { write } = stream;
  let text: string | undefined;
  Object.defineProperty(stream, "write", {
    configurable: true,
    writable: true,
    value(...words: unknown[]) {
      text = (text ?? "") + String(words[0]);
      return Reflect.apply(write, stream, words);
    },
  });
  try {
    print();
  } finally {
    if (own === undefined) {
      Reflect.deleteProperty(stream, "write");
    } else {
      Object.defineProperty(stream, "write", own);
    }
  }
  return text;
}
