import type { APIRoute, GetStaticPaths } from "astro";
import { pythonFiles } from "./python-files.ts";

export const getStaticPaths: GetStaticPaths = () =>
  Object.values(pythonFiles()).map(({ name }) => ({ params: { file: name } }));

export const GET: APIRoute = ({ params }) => {
  const file = Object.values(pythonFiles()).find(({ name }) => name === params.file);
  return new Response(file?.content);
};
