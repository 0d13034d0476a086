import { mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

export type Row = Readonly<Record<string, string | number>>;

/** Prints the results as a table, and keeps them as JSON in `benchmarks/results`, named after the benchmark. */
export function report(benchmark: string, rows: readonly Row[]): void {
  console.table(rows);
  const folder = new URL("results/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const results = { benchmark, node: process.version, rows };
  writeFileSync(new URL(`${benchmark}.json`, folder), `${JSON.stringify(results, undefined, 2)}\n`);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

export const nameOf = (path: string): string => basename(path).replace(/\.\w+$/, "");
