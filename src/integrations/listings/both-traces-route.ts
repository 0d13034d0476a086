import type { APIRoute, GetStaticPaths } from "astro";
import { listExamples } from "../../examples/read-example.ts";
import { readPythonTrace, readTrace } from "../../examples/read-trace.ts";
import { findExample } from "../../examples/shelf.ts";

/** The examples whose pane offers to show both languages: what it can run, but for exercises, whose answer it would tell. */
export const getStaticPaths: GetStaticPaths = () =>
  listExamples()
    .filter((path) => {
      const { runtime, kind, judge } = findExample(path);
      return runtime === "browser" && kind === "example" && judge === "cpython";
    })
    .map((path) => {
      const [section, slug] = path.split("/");
      return { params: { section, slug }, props: { path } };
    });

/**
 * What the event loops of both languages did with an example, on virtual time; an empty object for an example that is
 * not recorded in Python, as it waits for more than timers.
 */
export const GET: APIRoute<{ path: string }> = ({ props: { path } }) => {
  const python = readPythonTrace(path);
  return Response.json(python === undefined ? {} : { python, typescript: readTrace(path) });
};
