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
declare module "virtual:sandbox/everyday-library" {
  const source: string;
  export default source;
}
declare module "virtual:sandbox/library" {
  const source: string;
  export default source;
}
