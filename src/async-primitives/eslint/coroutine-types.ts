import type ts from "typescript";

/** A property that only what a coroutine hands to its task has: see `Suspension`. */
const star = "a star: write `yield*`, not `yield`";

/** What the rules ask the compiler about the types of a program. */
export class CoroutineTypes {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Whether it may be a coroutine: what a generator function answers with that awaits something, and no future. */
  isCoroutine(type: ts.Type): boolean {
    return partsOf(type).some(
      (part) =>
        part.getProperty("next") !== undefined &&
        part.getProperty("throw") !== undefined &&
        this.#awaits(part),
    );
  }

  /** Whether `yield*` waits for it: for a coroutine, a future, a task. */
  isAwaitable(type: ts.Type): boolean {
    return partsOf(type).some((part) => this.#awaits(part));
  }

  /** Whether calling it may make a coroutine. */
  makesCoroutine(type: ts.Type): boolean {
    return this.#answersOf(type).some((answer) => this.isCoroutine(answer));
  }

  /** Whether whoever calls it drops what it answers with. */
  answersToNobody(type: ts.Type): boolean {
    const answers = this.#answersOf(type);
    return answers.length > 0 && answers.every((answer) => this.#isVoid(answer));
  }

  #answersOf(type: ts.Type): ts.Type[] {
    return partsOf(type).flatMap((part) =>
      part.getCallSignatures().map((signature) => signature.getReturnType()),
    );
  }

  #isVoid(type: ts.Type): boolean {
    return type === this.#checker.getVoidType();
  }

  /** Goes the way of `yield*`: the iterator, its steps, and what they hand out. */
  #awaits(type: ts.Type): boolean {
    const iterate = type
      .getProperties()
      .find(({ escapedName }) => `${escapedName}`.startsWith("__@iterator"));
    return this.#answersOfProperty(iterate)
      .flatMap((iterator) => this.#answersOfProperty(iterator.getProperty("next")))
      .flatMap(partsOf)
      .map((step) => step.getProperty("value"))
      .flatMap((value) => (value === undefined ? [] : partsOf(this.#checker.getTypeOfSymbol(value))))
      .some((handedOut) => handedOut.getProperty(star) !== undefined);
  }

  #answersOfProperty(property: ts.Symbol | undefined): ts.Type[] {
    return property === undefined ? [] : this.#answersOf(this.#checker.getTypeOfSymbol(property));
  }
}

function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types.flatMap(partsOf) : [type];
}
