import * as library from "../../index.ts";
import { Barrier, Lock } from "../../index.ts";
import { type Member, membersOf } from "./members.ts";
import { makeThing, type Outcome, outcomeOf } from "./outcome.ts";
import { type Thing, things } from "./things.ts";
import { wrongValues } from "./wrong-values.ts";

interface Call {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

const arities = [1, 3];

/** Every call of the walk, always in the same order. */
export async function* calls(internal: ReadonlySet<string>): AsyncGenerator<Call> {
  const seen = new Set<object>();
  for (const thing of things) {
    const members = membersOf((await makeThing(thing))[0], internal, thing.name);
    for (const member of members) {
      if (!seen.has(member.owner)) {
        yield* onWrongReceivers(thing, member);
        if (member.takesArguments) {
          yield* withThings(thing, member);
        }
      }
      yield* inStates(thing, member);
      if (member.takesArguments) {
        yield* withWrongArguments(thing, member);
      }
    }
    for (const { owner } of members) {
      seen.add(owner);
    }
  }
  yield* ofFunctions();
}

function* onWrongReceivers(thing: Thing, member: Member): Generator<Call> {
  const receivers: Record<string, (instance: object) => unknown> = {
    undefined: () => undefined,
    null: () => null,
    "an object": () => ({}),
    "a number": () => 5,
    "an object of another class": () => (thing.name === "Barrier" ? new Lock() : new Barrier(2)),
    "a proxy": (instance) => new Proxy(instance, {}),
    "what inherits": () => Object.create(member.owner),
  };
  for (const [what, receiver] of Object.entries(receivers)) {
    yield {
      name: `${member.name}() on ${what}`,
      run: () => outcomeOf(thing, (instance) => member.call(receiver(instance))),
    };
  }
}

const plausible: Record<string, () => unknown[]> = {
  "()": () => [],
  "(function)": () => [() => {}],
  "(number)": () => [1],
  "(bytes)": () => [new Uint8Array([120])],
  "(generator function)": () => [function* () {}],
};

function* inStates(thing: Thing, member: Member): Generator<Call> {
  const lists = Object.entries(plausible).slice(0, member.takesArguments ? (thing.real ? 2 : undefined) : 1);
  for (const [args, makeArgs] of lists) {
    const call = (instance: object) => member.call(instance, ...makeArgs());
    const name = `${member.name}${args} of a ${thing.name}`;
    yield { name, run: () => outcomeOf(thing, call) };
    for (const [state, end] of Object.entries(thing.ends)) {
      yield { name: `${name} that is ${state}`, run: () => outcomeOf(thing, call, { end }) };
    }
    yield {
      name: `${name}, of a loop that is closed`,
      run: () => outcomeOf(thing, call, { where: "closed loop" }),
    };
    yield { name: `${name}, of another loop`, run: () => outcomeOf(thing, call, { where: "another loop" }) };
    yield { name: `${name}, where no loop runs`, run: () => outcomeOf(thing, call, { where: "no loop" }) };
  }
}

function* withWrongArguments(thing: Thing, member: Member): Generator<Call> {
  for (const value of wrongValues().keys()) {
    for (const arity of thing.real ? [1] : arities) {
      yield {
        name: `${member.name}(${Array(arity).fill(value).join(", ")}) of a ${thing.name}`,
        run: () =>
          outcomeOf(thing, (instance) =>
            member.call(instance, ...Array(arity).fill(wrongValues().get(value))),
          ),
      };
    }
  }
}

/** With each object that the library gives out, made on the same loop, in the place of what is wanted. */
function* withThings(thing: Thing, member: Member): Generator<Call> {
  for (const other of things.filter(({ real }) => !(real || thing.real))) {
    const both = pairOf(thing, other);
    yield {
      name: `${member.name}(${other.name}) of a ${thing.name}`,
      run: () => outcomeOf(both, (pair) => member.call(...(pair as [object, object]))),
    };
  }
}

function pairOf(first: Thing, second: Thing): Thing {
  return {
    name: `${first.name} with a ${second.name}`,
    real: false,
    make: function* () {
      return [yield* first.make(), yield* second.make()];
    },
    ends: {},
    leave(pair) {
      const [one, other] = pair as [object, object];
      first.leave(one);
      second.leave(other);
    },
  };
}

function* ofFunctions(): Generator<Call> {
  const bare: Thing = {
    name: "nothing",
    real: false,
    make: function* () {
      return {};
    },
    ends: {},
    leave() {},
  };
  for (const [name, exported] of Object.entries(library)) {
    if (typeof exported !== "function") {
      continue;
    }
    const isClass = /^class\b/.test(Function.prototype.toString.call(exported));
    const invoke = (args: unknown[]): unknown =>
      isClass ? Reflect.construct(exported, args) : Reflect.apply(exported, undefined, args);
    const isError = exported.prototype instanceof Error;
    const shown = isClass ? `new ${name}` : name;
    yield { name: `${shown}()`, run: () => outcomeOf(bare, () => invoke([])) };
    if (isClass) {
      yield {
        name: `${name}() without new`,
        run: () => outcomeOf(bare, () => Reflect.apply(exported, undefined, [])),
      };
    }
    for (const value of wrongValues().keys()) {
      for (const arity of isError ? [1] : arities) {
        const list = () => Array(arity).fill(wrongValues().get(value));
        const call = `${shown}(${Array(arity).fill(value).join(", ")})`;
        yield { name: call, run: () => outcomeOf(bare, () => invoke(list())) };
        yield {
          name: `${call} where no loop runs`,
          run: () => outcomeOf(bare, () => invoke(list()), { where: "no loop" }),
        };
      }
    }
    for (const thing of isError ? [] : things.filter(({ real }) => !real)) {
      yield {
        name: `${shown}(${thing.name} of another loop)`,
        run: () => outcomeOf(thing, (instance) => invoke([instance]), { where: "another loop" }),
      };
      if (!thing.real) {
        yield {
          name: `${shown}(${thing.name})`,
          run: () => outcomeOf(thing, (instance) => invoke([instance])),
        };
        yield {
          name: `${shown}([${thing.name} of a closed loop])`,
          run: () => outcomeOf(thing, (instance) => invoke([[instance]]), { where: "closed loop" }),
        };
      }
    }
  }
}
