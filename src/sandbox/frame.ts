/// <reference lib="dom" />
import { serveFrame } from "./serve-frame.ts";

/** The frame of programs in TypeScript: its workers need nothing but their script. */
serveFrame(async ({ worker }) => {
  const address = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
  return () => ({ worker: new Worker(address) });
});
