import { ThreadWorker } from "poolifier";
import sumOfSquares from "./sum-of-squares.ts";

export default new ThreadWorker((limit?: number) => sumOfSquares(limit ?? 0));
