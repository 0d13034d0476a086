import type { Term } from "./term.ts";
import { coroutines } from "./topics/coroutines.ts";
import { ending } from "./topics/ending.ts";
import { loop } from "./topics/loop.ts";
import { results } from "./topics/results.ts";
import { threads } from "./topics/threads.ts";
import { together } from "./topics/together.ts";

/** The terms by the sections of the glossary's page. */
export const topics = { loop, coroutines, results, ending, together, threads };

export type Topic = keyof typeof topics;

const terms = { ...loop, ...coroutines, ...results, ...ending, ...together, ...threads };

export type TermId = keyof typeof terms;

/** The one source of the glossary's page and of the definitions that appear wherever a term occurs. */
export const glossary: Readonly<Record<TermId, Term>> = terms;
