/** The scripts that the sandbox page carries as text; `src/integrations/sandbox.ts` bundles them. */
declare module "virtual:sandbox/frame" {
  const source: string;
  /** As a Content-Security-Policy names the script: `'sha256-…'`. */
  export const hash: string;
  export default source;
}
declare module "virtual:sandbox/compiler" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/worker" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/inspection" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/promise-inspection" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/promise-inspection-with-values" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/everyday-library" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/library" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/python-frame" {
  const source: string;
  export const hash: string;
  export default source;
}
declare module "virtual:sandbox/python-worker" {
  const source: string;
  export default source;
}
/** `src/integrations/python/python.ts` makes it. */
declare module "virtual:sandbox/python-files" {
  type File = { readonly name: string; readonly size: number };
  export const files: Readonly<Record<"wasm" | "glue" | "library" | "moreLibrary", File>>;
  /** The modules in `moreLibrary`, by their names in Python. */
  export const moreModules: readonly string[];
}
