import type { Draw, Drawable } from "./draw.ts";
import type { Language } from "./language.ts";
import type { Argument, Item } from "./program.ts";
import type { Theme } from "./theme.ts";

/** Everything the oracle knows about one operation: how to make up its arguments and how to print it. */
export interface Definition extends Drawable {
  /** May a plain callback do it? */
  inCallbacks: boolean;
  /** Does it often raise, so that the generator should mostly catch what it raises? */
  risky: boolean;
  /** May it wait forever, so that the generator should mostly limit it? */
  blocks: boolean;
  print(item: Item, language: Language): string;
}

type Optional = "weight" | "inCallbacks" | "risky" | "blocks";

export function define(definition: Omit<Definition, Optional> & Partial<Definition>): Definition {
  const inCallbacks = definition.kind === "call";
  return { weight: 2.4, inCallbacks, risky: false, blocks: false, ...definition };
}

interface Member extends Partial<Pick<Definition, Optional | "kind">> {
  theme: Theme;
  /** Draws the receiver: a resource or a slot. */
  on(draw: Draw): string;
  args?(draw: Draw): Argument[];
  property?: boolean;
  /** Where the value is kept, as in `tokens[0] = var0.set(1)`. */
  into?(draw: Draw): string;
}

/** Defines `receiver.member(args)`, spelled alike in both languages but for the case of the name. */
export function member(name: string, { on, args, property, into, ...rest }: Member): Definition {
  const called = name.slice(name.indexOf(".") + 1);
  return define({
    kind: "call",
    ...rest,
    name,
    make: (draw) => ({
      ...(into && { into: into(draw) }),
      on: on(draw),
      ...(args && { args: args(draw) }),
    }),
    print: (item, language) => {
      const path = `${item.on}.${language.member(called)}`;
      return property ? path : `${path}(${language.values((item.args as Argument[] | undefined) ?? [])})`;
    },
  });
}
