import type { APIRoute } from "astro";
import { bundleElement } from "./bundle-element.ts";

/** What other pages load: the custom element, as one small script. */
export const GET: APIRoute = async () =>
  new Response(await bundleElement(), { headers: { "content-type": "text/javascript" } });
