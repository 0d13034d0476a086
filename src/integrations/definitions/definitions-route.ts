import type { APIRoute } from "astro";
import { glossary } from "../../glossary/glossary.ts";

export const GET: APIRoute = ({ routePattern }) => {
  const language = routePattern.startsWith("/zh-cn/") ? "zh-cn" : "en";
  const entries = Object.entries(glossary).map(([id, term]) => [id, term[language].definition]);
  return Response.json(Object.fromEntries(entries));
};
