import { apply, construct, own } from "./own.ts";
import { type Originals, replaceMethod } from "./replace-method.ts";

// Kept before the reader's code can replace it.
const HostProxy = Proxy;

/** Knows which objects are proxies, which nothing else tells: to look at one calls its traps. To be made before the program begins. */
class KnownProxies {
  readonly #known = own(new WeakSet<object>());

  /** Puts a constructor in the place of the host's that looks like it, and remembers what is made. */
  replaceConstructor(global: object, originals: Originals): void {
    const descriptor = Object.getOwnPropertyDescriptor(global, "Proxy");
    // Without a prototype, from which it would inherit traps that the program puts there.
    const handler = Object.assign(Object.create(null), {
      construct: (target: typeof Proxy, values: readonly unknown[]) =>
        this.#remember(construct(target, values)),
    });
    replaceMethod(HostProxy, "revocable", originals, (original) => {
      const remember = (proxy: object) => this.#remember(proxy);
      return {
        method(this: unknown, ...values: unknown[]) {
          const made = apply(original, this, values) as { readonly proxy: object };
          remember(made.proxy);
          return made;
        },
      }.method;
    });
    const replacement = new HostProxy(HostProxy, handler);
    originals.set(replacement, HostProxy);
    Object.defineProperty(global, "Proxy", { ...descriptor, value: replacement });
  }

  has(value: object): boolean {
    return this.#known.has(value);
  }

  #remember(proxy: object): object {
    this.#known.add(proxy);
    return proxy;
  }
}

/** Those of this realm. */
export const knownProxies = new KnownProxies();
