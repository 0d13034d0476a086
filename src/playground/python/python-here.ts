/** What a pane asks before its Python runs in the page, loaded when a reader turns to Python. */
export { isPythonKept } from "./is-python-kept.ts";
export { whyNotHere } from "./why-not-here.ts";
