/** What a bundled script exports, by its last statement: `export{a as sleep,run};`. A list beside it would be sent twice. */
export function exportedNames(bundle: string): readonly string[] {
  const [, clause = ""] = /\bexport\s*\{([^{}]*)\};?\s*$/.exec(bundle) ?? [];
  return clause.split(",").map(
    (name) =>
      name
        .trim()
        .split(/\s+as\s+/)
        .at(-1) ?? "",
  );
}
