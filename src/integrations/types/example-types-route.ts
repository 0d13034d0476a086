import type { APIRoute, GetStaticPaths } from "astro";
import { listExamples, readExample } from "../../components/read-example.ts";
import { createTypeChecker } from "../../playground/type-checking/type-checker.ts";
import { readDeclarations } from "./declarations.ts";
import { typesOf } from "./types-of.ts";

export const getStaticPaths: GetStaticPaths = () =>
  listExamples().map((path) => {
    const [section, slug] = path.split("/");
    return { params: { section, slug } };
  });

const checker = createTypeChecker(readDeclarations());

export const GET: APIRoute = ({ params: { section, slug } }) => {
  const examples = listExamples().map((path) => readExample(path));
  return Response.json(typesOf(`${section}/${slug}`, examples, checker));
};
