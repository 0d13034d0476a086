import type { APIRoute } from "astro";
import { shippedPackages } from "../../licences/shipped-packages.ts";

/** The licence of everything that is shipped, word for word. */
export const GET: APIRoute = () => {
  const sections = shippedPackages().map(
    ({ name, version, licence, texts }) => `${name} ${version} (${licence})\n\n${texts.join("\n\n")}\n`,
  );
  return new Response(sections.join(`\n${"=".repeat(78)}\n\n`));
};
