import type { APIRoute, GetStaticPaths } from "astro";
import { listExamples, readExample } from "../../examples/read-example.ts";
import type { Platform } from "../../playground/type-checking/language-service.ts";
import type { TypeChecker } from "../../playground/type-checking/questions.ts";
import { createTypeChecker } from "../../playground/type-checking/type-checker.ts";
import { readDeclarations } from "./declarations.ts";
import { typesOf } from "./types-of.ts";

const checkers = new Map<Platform, TypeChecker>();

export const getStaticPaths: GetStaticPaths = () =>
  listExamples().map((path) => {
    const [section, slug] = path.split("/");
    return { params: { section, slug } };
  });

export const GET: APIRoute = ({ params: { section, slug } }) => {
  const path = `${section}/${slug}`;
  const examples = listExamples().map((name) => readExample(name));
  const platform = examples.find((example) => example.path === path)?.runtime ?? "browser";
  const checker = checkers.get(platform) ?? createTypeChecker(readDeclarations(platform), { platform });
  checkers.set(platform, checker);
  return Response.json(
    typesOf(
      path,
      examples.filter(({ runtime }) => runtime === platform),
      checker,
    ),
  );
};
