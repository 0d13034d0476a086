import type { APIRoute } from "astro";
import { packLibrary } from "./pack-library.ts";

/** What a downloaded project installs. */
export const GET: APIRoute = async () =>
  new Response(await packLibrary(), { headers: { "content-type": "application/gzip" } });
