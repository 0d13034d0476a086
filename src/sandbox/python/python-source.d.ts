/** A script in Python, as text: esbuild reads it so. */
declare module "*.py" {
  const source: string;
  export default source;
}
