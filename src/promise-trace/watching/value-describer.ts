import { untouched } from "./untouched.ts";

const { isArray, isView, descriptorOf, prototypeOf, keysOf, stringify, slice, codeAt, prototypes } =
  untouched;

/** How long a text of the program may be in the text of a value, in UTF-16 units, and a name in it. */
const longestText = 60;
const longestName = 40;
/** How many members of a value are shown. */
const mostMembers = 6;
/** How many objects are opened, one inside the other. */
const deepest = 2;
/** So many prototypes are looked at. */
const mostPrototypes = 16;
/** Whole numbers of more bits take long to write. */
const longest = 2n ** 128n;
/**
 * How many keys are listed in one run. To list those of an object takes them all, and a large one may be looked at again and
 * again.
 */
const mostKeys = 2_000_000;

/** What a value is a kind of, by its prototypes. */
type Kind = keyof typeof prototypes;

/**
 * Describes values in a short text each. It calls nothing of the program: no getter, no trap of a proxy, no method.
 *
 * Its texts are made by joining: a list could have setters, which the program may put onto the prototype of lists.
 */
export class ValueDescriber {
  readonly #isProxy: (value: object) => boolean;
  #keysLeft = mostKeys;

  constructor(isProxy: (value: object) => boolean) {
    this.#isProxy = isProxy;
  }

  /** @param most UTF-16 units of the text. */
  describe(value: unknown, most: number): string {
    return shorten(this.#describe(value, deepest, most), most);
  }

  /** @param room UTF-16 units that there is room for: what comes after them need not be described. */
  #describe(value: unknown, depth: number, room: number): string {
    switch (typeof value) {
      case "string":
        return quote(value, longestText);
      case "number":
        return value === 0 && 1 / value < 0 ? "-0" : `${value}`;
      case "bigint":
        return value > -longest && value < longest ? `${value}n` : "BigInt";
      case "symbol":
        return unquoted(untouched.symbolText(value), longestText);
      case "function":
        return this.#isProxy(value) ? "Proxy" : functionText(value);
      case "object":
        return value === null ? "null" : this.#object(value, depth, room);
      default:
        return `${value}`;
    }
  }

  #object(value: object, depth: number, room: number): string {
    if (this.#isProxy(value)) {
      return "Proxy";
    }
    try {
      if (isArray(value)) {
        return this.#list(value, depth, room);
      }
      return isView(value) ? this.#view(value) : this.#ofKind(value, this.#kindOf(value), depth, room);
    } catch {
      // As one that looks like a map and is none, or names of a module that have no value yet.
      return `${this.#nameOf(value) || "Object"} {…}`;
    }
  }

  #ofKind(value: object, kind: Kind | undefined, depth: number, room: number): string {
    switch (kind) {
      case "map":
        return this.#map(value as Map<unknown, unknown>, depth, room);
      case "set":
        return this.#set(value as Set<unknown>, depth, room);
      case "promise":
        return this.#nameOf(value);
      case "error":
        return `${this.#nameOf(value)}: ${messageOf(value)}`;
      case "date":
        return untouched.isNaN(untouched.timeOf(value as Date))
          ? "Invalid Date"
          : untouched.dateText(value as Date);
      case "pattern":
        return `/${unquoted(untouched.sourceOf(value), longestText)}/`;
      default:
        return this.#plain(value, depth, room);
    }
  }

  #plain(value: object, depth: number, room: number): string {
    const name = this.#nameOf(value);
    const start = name === "Object" || name === "" ? "" : `${name} `;
    if (depth === 0 || this.#keysLeft <= 0) {
      return `${start}{…}`;
    }
    const keys = keysOf(value);
    this.#keysLeft -= keys.length;
    let text = "";
    let shown = 0;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string | symbol;
      const descriptor = typeof key === "string" ? descriptorOf(value, key) : undefined;
      if (descriptor?.enumerable !== true) {
        continue;
      }
      if (shown === mostMembers || text.length > room) {
        text += ", …";
        break;
      }
      text += `${shown === 0 ? " " : ", "}${keyText(key as string)}: ${this.#property(descriptor, depth, room)}`;
      shown++;
    }
    return text === "" ? `${start}{}` : `${start}{${text} }`;
  }

  #property(descriptor: PropertyDescriptor, depth: number, room: number): string {
    // Asked for as its own: the description of a getter has none, and might inherit one.
    return descriptorOf(descriptor, "value") === undefined
      ? "(getter)"
      : this.#describe(descriptor.value, depth - 1, room);
  }

  #list(value: readonly unknown[], depth: number, room: number): string {
    const length = descriptorOf(value, "length")?.value as number;
    if (depth === 0) {
      return length === 0 ? "[]" : `[… ${length}]`;
    }
    return `[${joinFirst(length, room, (index) => {
      const descriptor = descriptorOf(value, index);
      return descriptor === undefined ? "empty" : this.#property(descriptor, depth, room);
    })}]`;
  }

  #view(value: object): string {
    const length = untouched.lengthOfView(value);
    return `${this.#nameOf(value)} [${joinFirst(length, longestText, (index) => `${(value as Uint8Array)[index]}`)}]`;
  }

  #map(value: Map<unknown, unknown>, depth: number, room: number): string {
    const size = untouched.mapSize(value);
    const start = `${this.#nameOf(value)}(${size})`;
    if (depth === 0) {
      return start;
    }
    const entries = untouched.mapEntries(value);
    return `${start} {${joinFirst(size, room, () => {
      const { value: entry } = untouched.nextOfMap(entries);
      const key = this.#describe(entry[0], depth - 1, room);
      return `${key} => ${this.#describe(entry[1], depth - 1, room)}`;
    })}}`;
  }

  #set(value: Set<unknown>, depth: number, room: number): string {
    const size = untouched.setSize(value);
    const start = `${this.#nameOf(value)}(${size})`;
    if (depth === 0) {
      return start;
    }
    const members = untouched.setValues(value);
    return `${start} {${joinFirst(size, room, () =>
      this.#describe(untouched.nextOfSet(members).value, depth - 1, room),
    )}}`;
  }

  #kindOf(value: object): Kind | undefined {
    let at: object | null = prototypeOf(value);
    for (let left = mostPrototypes; at !== null && left > 0; left--) {
      const kind = kindOfPrototype(at);
      if (kind !== undefined || this.#isProxy(at)) {
        return kind;
      }
      at = prototypeOf(at);
    }
    return undefined;
  }

  /** The name of the class that an object is made of; "" for none. */
  #nameOf(value: object): string {
    let at: object | null = prototypeOf(value);
    for (let left = mostPrototypes; at !== null && left > 0 && !this.#isProxy(at); left--) {
      const found = descriptorOf(at, "constructor");
      const maker: unknown =
        found === undefined || descriptorOf(found, "value") === undefined ? undefined : found.value;
      if (typeof maker === "function" && !this.#isProxy(maker)) {
        return nameOfFunction(maker);
      }
      at = prototypeOf(at);
    }
    return "";
  }
}

function kindOfPrototype(prototype: object): Kind | undefined {
  switch (prototype) {
    case prototypes.map:
      return "map";
    case prototypes.set:
      return "set";
    case prototypes.promise:
      return "promise";
    case prototypes.error:
      return "error";
    case prototypes.date:
      return "date";
    case prototypes.pattern:
      return "pattern";
    default:
      return undefined;
  }
}

function functionText(value: object): string {
  const name = nameOfFunction(value);
  return name === "" ? "[Function]" : `[Function ${name}]`;
}

function nameOfFunction(value: object): string {
  return ownText(value, "name", longestName);
}

function messageOf(value: object): string {
  return ownText(value, "message", longestText);
}

/** The text in a property of the object's own, if it is one that can be read without a call. */
function ownText(value: object, key: string, most: number): string {
  const found = descriptorOf(value, key);
  const isRead = found !== undefined && descriptorOf(found, "value") !== undefined;
  return isRead && typeof found.value === "string" ? unquoted(found.value, most) : "";
}

/** The first members of so many, and how many there are beside them. */
function joinFirst(count: number, room: number, memberAt: (index: number) => string): string {
  let text = "";
  let index = 0;
  for (; index < count && index < mostMembers && text.length <= room; index++) {
    text += `${index === 0 ? "" : ", "}${memberAt(index)}`;
  }
  return index < count ? `${text}, … ${count - index} more` : text;
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${slice(text, 0, most - 1)}…` : text;
}

function quote(text: string, most: number): string {
  return stringify(shorten(text, most));
}

/** On one line, whatever it has in it. */
function unquoted(text: string, most: number): string {
  return slice(quote(text, most), 1, -1);
}

/** As an author would write it: in quotes, where it is no name. */
function keyText(key: string): string {
  for (let index = 0; index < key.length && index < longestName; index++) {
    if (!isOfName(codeAt(key, index))) {
      return quote(key, longestName);
    }
  }
  return key === "" ? '""' : unquoted(key, longestName);
}

/** Letters, digits, `$`, `_`, and whatever is not of ASCII. */
function isOfName(code: number): boolean {
  const letter = code | 32;
  return (
    (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 36 || code === 95 || code > 127
  );
}
