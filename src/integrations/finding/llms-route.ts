import type { APIRoute } from "astro";
import { listPages } from "./list-pages.ts";

/** The site for language models, as llmstxt.org describes it: what it is, and its pages with a sentence each. */
export const GET: APIRoute = async ({ site }) => new Response(await listPages(site));
