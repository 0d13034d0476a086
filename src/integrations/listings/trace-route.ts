import type { APIRoute, GetStaticPaths } from "astro";
import { examplesWithView } from "../../examples/examples-with-view.ts";
import { readTrace } from "../../examples/read-trace.ts";
import { findExample } from "../../examples/shelf.ts";

export const getStaticPaths: GetStaticPaths = () =>
  [...new Set(examplesWithView())]
    .filter((path) => findExample(path).runtime === "node")
    .map((path) => {
      const [section, slug] = path.split("/");
      return { params: { section, slug }, props: { path } };
    });

/** A run that was recorded in Node, for the event-loop view of a pane that cannot run the example itself. */
export const GET: APIRoute<{ path: string }> = ({ props }) => Response.json(readTrace(props.path));
