import { inEngine } from "./in-engine.ts";
import { testLesson } from "./lesson.ts";

await inEngine("Firefox", testLesson);
