import type { ESLint, Linter } from "eslint";
import { noFloatingCoroutines } from "./no-floating-coroutines.ts";

const plugin: ESLint.Plugin = {
  meta: { name: "asyncio-ts" },
  rules: { "no-floating-coroutines": noFloatingCoroutines },
};

/** The rules as errors, in files of TypeScript. The parser of typescript-eslint has to give types there. */
const recommended: Linter.Config = {
  name: "asyncio-ts/recommended",
  files: ["**/*.{ts,tsx,mts,cts}"],
  plugins: { "asyncio-ts": plugin },
  rules: { "asyncio-ts/no-floating-coroutines": "error" },
};

/** Rules for ESLint that find coroutines which nobody awaits: see the README for a configuration. */
const asyncio: ESLint.Plugin & { readonly configs: { readonly recommended: Linter.Config } } = {
  ...plugin,
  configs: { recommended },
};
export default asyncio;
