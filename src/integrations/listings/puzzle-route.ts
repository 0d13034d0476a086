import type { APIRoute, GetStaticPaths } from "astro";
import { listExamples } from "../../examples/read-example.ts";
import { isPuzzle, readPuzzle } from "../../examples/read-puzzle.ts";
import { findExample } from "../../examples/shelf.ts";

export const getStaticPaths: GetStaticPaths = () =>
  listExamples()
    .filter((path) => isPuzzle(findExample(path)))
    .map((path) => {
      const [section, slug] = path.split("/");
      return { params: { section, slug }, props: { path } };
    });

/** The lines that an example prints, and the orders in which misconceptions would have them, for its pane to ask for. */
export const GET: APIRoute<{ path: string }> = ({ props }) =>
  Response.json(readPuzzle(findExample(props.path)));
