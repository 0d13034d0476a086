import type { APIRoute, GetStaticPaths } from "astro";
import { examplesWithView } from "../../examples/examples-with-view.ts";
import { readTrace } from "../../examples/read-trace.ts";

export const getStaticPaths: GetStaticPaths = () =>
  [...new Set(examplesWithView())].map((path) => {
    const [section, slug] = path.split("/");
    return { params: { section, slug }, props: { path } };
  });

/** The run that the page's picture shows, for the event-loop view to walk through. */
export const GET: APIRoute<{ path: string }> = ({ props }) => Response.json(readTrace(props.path));
