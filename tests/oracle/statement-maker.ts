import type { Draw } from "./draw.ts";
import { definitionOf } from "./operations/index.ts";
import type { Catches, Item, Operation, Statement } from "./program.ts";
import type { Random } from "./random.ts";

/** Makes up single statements, each with a number of its own. */
export class StatementMaker {
  readonly random: Random;
  #lastId = 0;

  constructor(random: Random) {
    this.random = random;
  }

  newId(): number {
    return ++this.#lastId;
  }

  /** An operation of one name, with random arguments but for those given. */
  operation(name: string, draw: Draw, given: Partial<Operation> = {}): Operation {
    const made = definitionOf({ op: name }).make(draw);
    return { id: this.newId(), op: name, ...made, ...given } as Operation;
  }

  /** A statement whose failure is mostly caught, so that the program goes on. */
  caught(statement: Statement, catches: Catches = "error"): Statement {
    return {
      id: this.newId(),
      block: "try",
      body: [statement],
      catches,
      handler: [],
      reraise: false,
      final: [],
    };
  }

  /** An operation that may wait forever, mostly with a limit: otherwise most programs get stuck early. */
  waiting({ id, ...of }: Item, draw: Draw): Statement {
    const timeout = draw.random.integer(1, 12) / 4;
    const limited = this.random.chance(draw.callables.firstCoroutine === 0 ? 0.9 : 0.65);
    const operation = limited
      ? this.operation("wait_for", draw, { of, timeout })
      : { id: this.newId(), ...of };
    return this.caught(operation, draw.random.pick(["error", "error", "timeout", "any"]));
  }

  /** An operation that must not end the program: limited if it waits, caught in any case. */
  attempt(operation: Operation, draw: Draw): Statement {
    const waits = definitionOf(operation).kind === "awaitable";
    return waits ? this.waiting(operation, draw) : this.caught(operation);
  }

  failure(draw: Draw): Statement {
    return { id: this.newId(), block: "raise", error: draw.failure() };
  }
}
