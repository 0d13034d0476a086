import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { APIRoute, GetStaticPaths } from "astro";

const require = createRequire(import.meta.url);

export const getStaticPaths: GetStaticPaths = () => [{ params: { language: "zh-cn" } }];

/** What TypeScript says of mistakes, in another language than English. */
export const GET: APIRoute = ({ params: { language } }) =>
  new Response(
    readFileSync(require.resolve(`typescript/lib/${language}/diagnosticMessages.generated.json`), "utf8"),
  );
