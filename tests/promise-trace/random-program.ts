/** Random numbers that are the same for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How deep expressions and blocks may lie in each other. */
const mostDeep = 2;

/**
 * Writes programs of async functions, generators, promises, thenables, timers and microtasks. They print by `log`, and all
 * of them end.
 */
class ProgramWriter {
  readonly #random: () => number;
  readonly #isWide: boolean;
  #marks = 0;
  #names = 0;
  /** How many functions are there to be called: a function calls those before it, so that no call goes on for ever. */
  #functions = 0;
  #generators = 0;
  #hasThings = false;

  constructor(seed: number, isWide: boolean) {
    this.#isWide = isWide;
    this.#random = randomFrom(seed);
  }

  write(): string {
    const parts: string[] = [
      "class Sub extends Promise {}",
      ...(this.#isWide
        ? ["class Kind extends Promise { static get [Symbol.species]() { return Promise; } }"]
        : []),
    ];
    for (let left = 1 + this.#below(4); left > 0; left--) {
      parts.push(this.#chance(0.7) ? this.#function() : this.#generator());
    }
    parts.push(this.#class());
    this.#hasThings = true;
    const body = this.#block(0, { await: true, function: false }, 2 + this.#below(5));
    parts.push(`try {\n${body}\n} catch (e) {\n  log("the program failed", e);\n}`);
    return parts.join("\n");
  }

  #function(): string {
    const body = this.#block(0, { await: true, function: true }, 1 + this.#below(4));
    const name = `f${this.#functions}`;
    const written = this.#pick([
      () => `async function ${name}(v = 0) {\n${body}\n}`,
      () => `const ${name} = async (v = 0) => {\n${body}\n};`,
      () => `const ${name} = async (v = 0) => ${this.#expression(1)};`,
      () => `const ${name} = (v = 0) => ${this.#expression(1)};`,
      () => `const ${name} = async function (v = 0) {\n${body}\n};`,
    ])();
    this.#functions++;
    return written;
  }

  #generator(): string {
    const context = { await: true, function: true, generator: true } as const;
    const body = this.#block(0, context, 1 + this.#below(4));
    return `async function* g${this.#generators++}(v = 0) {\n${body}\n}`;
  }

  #class(): string {
    const body = this.#block(1, { await: true, function: true }, 1 + this.#below(2));
    return [
      "class Things {",
      `  async method(v = 0) {\n${body}\n}`,
      `  field = async (v = 0) => ${this.#expression(2)};`,
      `  static async #hidden(v = 0) { return ${this.#expression(2)}; }`,
      "  static reveal(v) { return Things.#hidden(v); }",
      "}",
      "const things = new Things();",
    ].join("\n");
  }

  #block(depth: number, context: Context, length: number): string {
    const indent = "  ".repeat(depth + 1);
    return Array.from({ length }, () => indent + this.#statement(depth, context)).join("\n");
  }

  #statement(depth: number, context: Context): string {
    const inner = () => this.#block(depth + 1, context, 1 + this.#below(2));
    const isDeep = depth >= mostDeep;
    const name = () => `x${this.#names++}`;
    const expression = () => this.#expression(depth);
    const choices: [number, () => string][] = [
      [3, () => `log(${this.#mark()});`],
      [2, () => `void ${this.#handled(depth)};`],
      [
        1,
        () => `setTimeout(() => { log(${this.#mark()}); void ${this.#handled(depth)}; }, ${this.#below(4)});`,
      ],
      [
        1,
        () =>
          `setTimeout(async () => { log(${this.#mark()}); log(await ${this.#safe(depth)}); }, ${this.#below(4)});`,
      ],
      [1, () => `queueMicrotask(() => { log(${this.#mark()}); void ${this.#handled(depth)}; });`],
      [0.3, () => `clearTimeout(setTimeout(() => log("never"), 1));`],
    ];
    if (context.await) {
      choices.push(
        [6, () => `log(${this.#mark()}, await ${this.#safe(depth)});`],
        [2, () => `await ${this.#safe(depth)};`],
        [1, () => `const [${name()}] = await Promise.all([${this.#safe(depth)}]);`],
        [1, () => this.#shared(depth, name())],
        [
          1,
          () =>
            `for (const item of await Promise.all([${this.#safe(depth)}, 1])) { log(${this.#mark()}, item); }`,
        ],
      );
      if (!isDeep) {
        const loop = `const item of ${this.#source(depth)}`;
        choices.push(
          [
            3,
            () =>
              `try {\n${inner()}\nlog(await ${expression()});\n} catch (e) {\nlog(${this.#mark()}, e);\n${inner()}\n} ${this.#chance(0.4) ? `finally {\n${inner()}\n}` : ""}`,
          ],
          [0.7, () => `try {\n${inner()}\n} finally {\nlog(${this.#mark()});\n}`],
          [1, () => `for (let n = 0; n < 2; n++) {\n${inner()}\n}`],
          [
            1.5,
            () =>
              `try { for await (${loop}) { log(${this.#mark()}, item);\n${inner()}\n${this.#chance(0.3) ? "break;" : ""} } } catch (e) { log(${this.#mark()}, e); }`,
          ],
          [0.4, () => this.#labelledLoops(name(), inner)],
          [
            0.5,
            () =>
              `{ await using ${name()} = { async [Symbol.asyncDispose]() { log(${this.#mark()}); ${this.#chance(0.5) ? `await ${this.#safe(depth + 1)};` : ""} } };\n${inner()}\n}`,
          ],
        );
      }
    }
    if (this.#isWide && context.await && !isDeep) {
      choices.push(
        [0.4, () => this.#leftLoops(name(), depth, inner)],
        [0.7, () => this.#disposals(depth, inner, name)],
      );
    }
    if (this.#isWide && context.await && this.#generators > 0) {
      choices.push([0.7, () => this.#steps(name(), depth)]);
    }
    if (context.generator) {
      choices.push([4, () => `log(${this.#mark()}, yield ${this.#safe(depth)});`]);
      if (this.#generators > 0) {
        choices.push([1, () => `yield* g${this.#below(this.#generators)}(${this.#below(9)});`]);
      }
    }
    if (context.function) {
      choices.push([0.7, () => `if (v % 2) { return ${this.#safe(depth)}; }`]);
      choices.push([0.4, () => `if (v % 3 === 0) { throw new Error(${this.#mark()}); }`]);
      choices.push([0.5, () => `if (v % 2) { return await ${this.#safe(depth)}; }`]);
    }
    return this.#weighted(choices)();
  }

  #labelledLoops(label: string, inner: () => string): string {
    const loops = `${label}: for (const n of [1, 2]) { for await (const item of [1, Promise.resolve(2)]) {`;
    return `${loops} if (n === item) { continue ${label}; } log(n, item);\n${inner()}\n} }`;
  }

  #leftLoops(label: string, depth: number, inner: () => string): string {
    const loops = `${label}: for await (const outer of ${this.#source(depth)}) { for await (const item of ${this.#source(depth)}) {`;
    const leave = `if (item ${this.#pick(["===", "!=="])} outer) { ${this.#pick(["continue", "break"])} ${label}; }`;
    return `try { ${loops} log(${this.#mark()}, outer, item); ${leave}\n${inner()}\n} } } catch (e) { log(${this.#mark()}, e); }`;
  }

  /** Resources that may fail when they are disposed of, after what failed before. */
  #disposals(depth: number, inner: () => string, name: () => string): string {
    const fails = () => (this.#chance(0.4) ? `throw ${this.#below(9)};` : "");
    const resource = (isAsync: boolean) =>
      isAsync && this.#chance(0.6)
        ? `await using ${name()} = { async [Symbol.asyncDispose]() { log(${this.#mark()}); await ${this.#safe(depth + 1)}; ${fails()} } };`
        : `${isAsync ? "await " : ""}using ${name()} = { [Symbol.dispose]() { log(${this.#mark()}); ${fails()} } };`;
    const resources = [resource(this.#chance(0.5)), resource(this.#chance(0.5))].join(" ");
    const failure = "e instanceof SuppressedError ? [e.error, e.suppressed] : e";
    return `try { ${resources}\n${inner()}\n${fails()} } catch (e) { log(${this.#mark()}, ${failure}); }`;
  }

  /** A generator that is driven by hand. */
  #steps(name: string, depth: number): string {
    const step = () =>
      `${name}.${this.#pick(["next", "next", "return", "throw"])}(${this.#below(9)}).then((step) => log(${this.#mark()}, step), (e) => log(${this.#mark()}, e))`;
    const steps = Array.from(
      { length: 1 + this.#below(3) },
      () => `${this.#pick(["await", "void"])} ${step()};`,
    );
    return `{ const ${name} = g${this.#below(this.#generators)}(${this.#below(9)}); ${steps.join(" ")} log(await ${this.#safe(depth)}); }`;
  }

  /** A promise that several wait for. */
  #shared(depth: number, name: string): string {
    return `const ${name} = ${this.#safe(depth)}; ${name}?.then?.((value) => log(${this.#mark()}, value), log); log(await ${name}, await Promise.race([${name}, ${name}]).catch(String));`;
  }

  /** What `for await` may go through. */
  #source(depth: number): string {
    if (this.#isWide && this.#chance(0.3)) {
      return this.#iterable(depth);
    }
    const list = `[${this.#safe(depth)}, ${this.#safe(depth)}]`;
    return this.#generators === 0 || this.#chance(0.3)
      ? list
      : `g${this.#below(this.#generators)}(${this.#below(9)})`;
  }

  /** Something to go through by hand: with a promise, a value or a thenable for each step, and an end or none. */
  #iterable(depth: number): string {
    const value = () => this.#safe(depth + 1);
    if (this.#chance(0.3)) {
      return `({ *[Symbol.iterator]() { try { yield ${value()}; log(${this.#mark()}); yield ${value()}; } finally { log(${this.#mark()}); } } })`;
    }
    const step = (done: string) =>
      this.#pick([
        (of: string) => of,
        (of: string) => `Promise.resolve(${of})`,
        (of: string) => `({ then(resolve) { log(${this.#mark()}); resolve(${of}); } })`,
      ])(`{ done: ${done}, value: ${value()} }`);
    const next = `next() { log(${this.#mark()}, n); return ${step("n++ > 1")}; }`;
    const end = this.#pick(["", `, return(v) { log(${this.#mark()}, v); return ${step("true")}; }`]);
    return `({ [Symbol.asyncIterator]() { let n = 0; return { ${next}${end} }; } })`;
  }

  /** An expression that does not fail, or not often. */
  #safe(depth: number): string {
    const expression = this.#expression(depth);
    return this.#chance(0.9)
      ? `Promise.resolve(${expression}).catch((e) => log(${this.#mark()}, e))`
      : expression;
  }

  #handled(depth: number): string {
    return `Promise.resolve(${this.#expression(depth)}).then((value) => log(${this.#mark()}, value), (e) => log(${this.#mark()}, e))`;
  }

  #expression(depth: number): string {
    const value = () => String(this.#below(9));
    if (depth > mostDeep) {
      return this.#pick([value(), `Promise.resolve(${value()})`, `Promise.reject(${value()})`]);
    }
    const inner = () => this.#expression(depth + 1);
    const list = () => `[${Array.from({ length: this.#below(4) }, inner).join(", ")}]`;
    const choices: [number, () => string][] = [
      [2, value],
      [2, () => `Promise.resolve(${inner()})`],
      [1, () => `Promise.reject(${value()})`],
      [1, () => `({ then(resolve, reject) { log(${this.#mark()}); ${this.#settle(depth)} } })`],
      [
        3,
        () =>
          `new Promise((resolve, reject) => { ${this.#chance(0.5) ? `log(${this.#mark()});` : ""} ${this.#settle(depth)} })`,
      ],
      [0.5, () => `new Promise(() => { throw ${value()}; })`],
      [2, () => `Promise.${this.#pick(["all", "allSettled", "any"])}(${list()})`],
      [1, () => `Promise.race([${inner()}, ${inner()}])`],
      [
        3,
        () =>
          `Promise.resolve(${inner()}).then((value) => { log(${this.#mark()}, value); return ${inner()}; })`,
      ],
      [1, () => `Promise.resolve(${inner()}).then((value) => ${inner()}, (e) => ${inner()})`],
      [1, () => `Promise.resolve(${inner()}).finally(() => { log(${this.#mark()}); return ${inner()}; })`],
      [1, () => `Promise.resolve(${inner()}).catch((e) => { log(${this.#mark()}, e); throw ${value()}; })`],
      [1, () => `Promise.resolve(${inner()}).then()`],
      [1, () => `(async () => ${inner()})()`],
      [0.5, () => "(async () => {})()"],
      [0.5, () => "(async function () {})()"],
      [1, () => `(async () => { log(${this.#mark()}); return await ${inner()}; })()`],
      [
        0.5,
        () =>
          `(() => { const { promise, resolve, reject } = Promise.withResolvers(); ${this.#settle(depth)} return promise; })()`,
      ],
      [0.5, () => `new Sub((resolve, reject) => { ${this.#settle(depth)} })`],
      [0.5, () => `Sub.resolve(${inner()}).then((value) => ${inner()})`],
    ];
    if (this.#isWide) {
      choices.push(...this.#wideExpressions(depth, inner, list));
    }
    if (this.#functions > 0) {
      const call = () => `f${this.#below(this.#functions)}`;
      choices.push([4, () => `${call()}(${value()})`]);
      choices.push([1.5, () => `Promise.all([1, 2, 3].map(${call()}))`]);
    }
    if (this.#hasThings) {
      const method = () => this.#pick(["things.method", "things?.field", "Things.reveal"]);
      choices.push([1.5, () => `${method()}(${value()})`]);
    }
    return this.#weighted(choices)();
  }

  #wideExpressions(depth: number, inner: () => string, list: () => string): [number, () => string][] {
    const value = () => String(this.#below(9));
    return [
      [
        0.5,
        () => `Kind.resolve(${inner()}).${this.#pick(["then", "finally", "catch"])}((value) => ${inner()})`,
      ],
      [
        0.5,
        () =>
          `({ get then() { log(${this.#mark()}); return (resolve, reject) => { log(${this.#mark()}); ${this.#settle(depth)} }; } })`,
      ],
      [0.7, () => `Promise.try((v) => { log(${this.#mark()}, v); return ${inner()}; }, ${value()})`],
      [0.5, () => `Promise.try(() => { throw ${value()}; })`],
      [0.4, () => `Array.fromAsync(${list()})`],
      [0.3, () => `Array.fromAsync(${this.#iterable(depth)}, (value) => ${inner()})`],
      [
        0.5,
        () =>
          `Promise.resolve(${inner()}).finally(() => { queueMicrotask(() => log(${this.#mark()})); ${this.#chance(0.3) ? `throw ${value()};` : ""} })`,
      ],
      [
        0.4,
        () =>
          `new Promise((resolve, reject) => { const c = new AbortController(); AbortSignal.any([c.signal]).addEventListener("abort", ({ target }) => { log(${this.#mark()}); reject(target.reason); }); ${this.#pick(["setTimeout", "queueMicrotask"])}(() => c.abort(${value()})); })`,
      ],
    ];
  }

  #settle(depth: number): string {
    const value = () => this.#expression(depth + 2);
    return this.#pick([
      () => `resolve(${value()});`,
      () => `reject(${this.#below(9)});`,
      () => `setTimeout(resolve, ${this.#below(4)}, ${this.#below(9)});`,
      () => `setTimeout(() => reject(${this.#below(9)}), ${this.#below(4)});`,
      () => `queueMicrotask(() => resolve(${value()}));`,
      () => `resolve(${value()}); reject(1); resolve(2);`,
      () => `Promise.resolve().then(() => resolve(${value()}));`,
    ])();
  }

  #mark(): string {
    return `"m${this.#marks++}"`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.#below(choices.length)] as Choice;
  }

  #weighted<Choice>(choices: readonly (readonly [number, Choice])[]): Choice {
    let left = this.#random() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) {
        return choice;
      }
    }
    return (choices[0] as readonly [number, Choice])[1];
  }
}

/** What a statement may do where it stands. */
interface Context {
  readonly await: boolean;
  /** It may return: then there is a number `v`. */
  readonly function: boolean;
  readonly generator?: boolean;
}

/**
 * A program, the same for the same seed.
 *
 * @param isWide Whether it may have what not every engine knows yet, or does in a way of its own.
 */
export function randomProgram(seed: number, isWide = false): string {
  return new ProgramWriter(seed, isWide).write();
}
