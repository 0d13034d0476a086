import type { APIRoute } from "astro";
import { knownPages } from "../../site-pages/known-pages.ts";

/** The pages and the names that they explain. The search fetches them, once a reader wants it. */
export const GET: APIRoute = async () => Response.json(await knownPages());
