import { parentPort } from "node:worker_threads";
import sumOfSquares from "./sum-of-squares.ts";

parentPort?.on("message", ([job, limit]: [number, number]) => {
  parentPort?.postMessage([job, sumOfSquares(limit)]);
});
