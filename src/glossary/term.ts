import type { Language } from "../site.ts";

/** A term as readers of one language see it. */
interface Wording {
  name: string;
  definition: string;
  /** Where it is explained: a page, and a section of it if it is not the page's own subject. */
  page: string;
}

export type Term = Record<Language, Wording>;
