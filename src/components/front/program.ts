import type { Way } from "./schedule.ts";

const calls: Readonly<Record<Way, string>> = {
  sequential: 'for (const id of ["A", "B", "C"]) await load(id);',
  concurrent: 'await Promise.all([load("A"), load("B"), load("C")]);',
  blocked: 'await Promise.all([load("A"), load("B"), load("C")]);',
};

/** The program of the front page, of six lines, in one of its ways. */
export function programOf(way: Way): string {
  const answer = way === "blocked" ? 'id === "B" ? compute() : await ask(id)' : "await ask(id)";
  return `async function load(id: string) {
  prepare(id);
  const text = ${answer};
  show(id, text);
}
${calls[way]}`;
}
