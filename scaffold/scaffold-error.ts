/** Says what was expected, what was found and what to do. The command prints it without a stack. */
export class ScaffoldError extends Error {
  override readonly name = "ScaffoldError";
}
