import type { APIRoute } from "astro";
import { packLibrary } from "./pack-library.ts";

/** What a downloaded project installs. */
export const GET: APIRoute = () =>
  new Response(packLibrary(), { headers: { "content-type": "application/gzip" } });
