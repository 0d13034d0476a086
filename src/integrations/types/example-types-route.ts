import type { APIRoute, GetStaticPaths } from "astro";
import { listExamples } from "../../examples/read-example.ts";
import { findExample } from "../../examples/shelf.ts";
import { exampleTypes } from "./example-types.ts";

export const getStaticPaths: GetStaticPaths = () =>
  listExamples().map((path) => {
    const [section, slug] = path.split("/");
    return { params: { section, slug } };
  });

export const GET: APIRoute = async ({ params: { section, slug } }) =>
  Response.json(await exampleTypes(findExample(`${section}/${slug}`)));
