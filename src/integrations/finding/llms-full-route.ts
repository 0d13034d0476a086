import type { APIRoute } from "astro";
import { wholeSite } from "./whole-site.ts";

/** All English pages as one text, with the code of their examples. */
export const GET: APIRoute = async () => new Response(await wholeSite());
