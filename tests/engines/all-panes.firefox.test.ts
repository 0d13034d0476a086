import { testAllPanes } from "./all-panes.ts";
import { inEngine } from "./in-engine.ts";

await inEngine("Firefox", testAllPanes);
