import { getCollection } from "astro:content";
import type { APIRoute, GetStaticPaths } from "astro";
import { drawCard } from "./draw-card.ts";

export const getStaticPaths: GetStaticPaths = async () => {
  const entries = await getCollection("docs");
  return entries.map(({ id, data: { title, description } }) => ({
    params: { page: id },
    props: { title, description },
  }));
};

export const GET: APIRoute<{ title: string; description?: string }> = async ({ props }) =>
  new Response(await drawCard(props.title, props.description ?? ""), {
    headers: { "content-type": "image/png" },
  });
