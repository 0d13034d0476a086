import { inEngine } from "./in-engine.ts";
import { testRandomPrograms } from "./random-programs.ts";

await inEngine("Firefox", testRandomPrograms);
