/** Programs that could see by what they print that somebody looks at what they do, by what they would see it by. */
export const observingPrograms: Readonly<Record<string, string>> = {
  "traps of proxies": `
const traps = new Proxy(
  {},
  {
    get:
      (_, name) =>
      (...args) => {
        console.log(String(name), typeof args[1] === "object" ? "" : String(args[1]));
        return Reflect[name](...args);
      },
  },
);
{
  const p = new Proxy({}, traps);
  async function f() {
    return await p;
  }
  console.log(typeof (await f()));
}
{
  const o = Object.create(new Proxy({}, traps));
  async function f() {
    return o;
  }
  await f();
  await o;
}
{
  const p = new Proxy(Promise.resolve(1), traps);
  try {
    await p;
  } catch (e) {
    console.log(e.constructor.name);
  }
}
{
  const p = new Proxy(
    {
      then(r) {
        r(5);
      },
    },
    traps,
  );
  console.log(await p);
  console.log(await Promise.resolve(p));
}
{
  function mk() {
    return Object.create(new Proxy({}, traps));
  }
  const x = mk();
  async function g() {
    const y = mk();
    return 1;
  }
  await g();
  console.log("done");
}
{
  const p = new Proxy({}, traps);
  await new Promise((r) => r(p));
  await Promise.all([p]);
  await Promise.resolve(1).then(() => p);
}
{
  const p = new Proxy({}, traps);
  async function f() {
    throw p;
  }
  try {
    await f();
  } catch (e) {
    console.log(e === p);
  }
  await Promise.reject(p).catch((e) => console.log(e === p));
}
{
  const f = new Proxy(() => console.log("called"), traps);
  await Promise.resolve().then(f);
  queueMicrotask(f);
  await 0;
  await new Promise((r) => setTimeout(r, 5));
  setTimeout(f, 1);
  await new Promise((r) => setTimeout(r, 20));
}
{
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  async function f() {
    return 1;
  }
  function mk() {
    return proxy;
  }
  try {
    const x = mk();
    console.log(typeof x);
  } catch (e) {
    console.log(e.message);
  }
  try {
    await proxy;
  } catch (e) {
    console.log(e.message);
  }
  async function g() {
    return proxy;
  }
  try {
    await g();
  } catch (e) {
    console.log(e.message);
  }
  setTimeout(() => {}, 1);
}
{
  const { proxy, revoke } = Proxy.revocable({}, {});
  const o = Object.create(proxy);
  revoke();
  function mk() {
    return o;
  }
  try {
    mk();
    console.log("made");
  } catch (e) {
    console.log(e.message);
  }
  const list = [];
  list[0] = mk();
  console.log(list.length);
}
`,
  getters: `
{
  const f = () => console.log("called");
  Object.defineProperty(f, "name", {
    get() {
      console.log("name read");
      return "x";
    },
  });
  await Promise.resolve().then(f);
  queueMicrotask(f);
  setTimeout(f, 1);
  await new Promise((r) => setTimeout(r, 20));
}
{
  const f = () => console.log("called");
  Object.defineProperty(f, "name", {
    value: {
      toString() {
        console.log("toString");
        return "n";
      },
    },
  });
  await Promise.resolve().then(f);
  queueMicrotask(f);
  setTimeout(f, 1);
  await new Promise((r) => setTimeout(r, 20));
}
{
  setTimeout(() => console.log("fired"), {
    valueOf() {
      console.log("valueOf");
      return 1;
    },
  });
  await new Promise((r) => setTimeout(r, 20));
}
{
  const p = Promise.resolve(1);
  Object.defineProperty(p, "constructor", {
    get() {
      console.log("constructor");
      return Promise;
    },
  });
  await p;
  await Promise.resolve(p);
  await p.then(() => 1);
  async function f() {
    return p;
  }
  await f();
}
{
  const o = {
    get then() {
      console.log("then read");
      return undefined;
    },
  };
  await o;
  async function f() {
    return o;
  }
  await f();
  await Promise.resolve(o);
  await Promise.all([o]);
  await Promise.resolve().then(() => o);
}
{
  class E extends Error {
    get message() {
      console.log("message read");
      return "m";
    }
    get name() {
      console.log("name read");
      return "n";
    }
    toString() {
      console.log("toString");
      return "s";
    }
    get stack() {
      console.log("stack read");
      return "";
    }
  }
  async function f() {
    throw new E();
  }
  await f().catch(() => {});
  await Promise.reject(new E()).catch(() => {});
  await new Promise((_, r) => r(new E())).catch(() => {});
}
{
  for (const t of [
    null,
    undefined,
    Symbol("s"),
    1n,
    {
      toString() {
        console.log("ts");
        return "";
      },
    },
    {
      get message() {
        console.log("msg");
        return "";
      },
    },
    Object.create(null),
    () => {},
  ]) {
    async function f() {
      throw t;
    }
    await f().catch((e) => console.log(e === t));
  }
}
{
  const it = {
    get [Symbol.asyncIterator]() {
      console.log("asyncIterator");
      return undefined;
    },
    get [Symbol.iterator]() {
      console.log("iterator");
      return function () {
        console.log("made");
        return {
          get next() {
            console.log("next read");
            let n = 0;
            return () => ({
              get done() {
                console.log("done");
                return n++ > 0;
              },
              get value() {
                console.log("value");
                return Promise.resolve(1);
              },
            });
          },
          get return() {
            console.log("return read");
            return undefined;
          },
          get throw() {
            console.log("throw read");
          },
        };
      };
    },
  };
  for await (const x of it) console.log(x);
  for await (const x of it) {
    break;
  }
}
{
  const it = {
    [Symbol.asyncIterator]() {
      console.log("this", this === it);
      return {
        get next() {
          console.log("next read");
          let n = 0;
          return function (...a) {
            console.log("args", a.length, typeof this);
            return {
              then(r) {
                console.log("then");
                r({
                  get done() {
                    console.log("done");
                    return n++ > 0;
                  },
                  get value() {
                    console.log("value");
                    return 1;
                  },
                });
              },
            };
          };
        },
        get return() {
          console.log("return read");
          return function (...a) {
            console.log("return", a.length);
            return {};
          };
        },
      };
    },
  };
  for await (const x of it) console.log(x);
  for await (const x of it) {
    break;
  }
  try {
    for await (const x of it) throw 1;
  } catch (e) {
    console.log(e);
  }
}
`,
  "replaced methods": `
{
  const push = Array.prototype.push;
  let n = 0;
  Array.prototype.push = function (...v) {
    n++;
    return push.apply(this, v);
  };
  async function f() {
    await 0;
  }
  await f();
  await Promise.all([f(), f()]);
  Array.prototype.push = push;
  console.log(n);
}
{
  let n = 0;
  const kept = {};
  for (const k of [
    "at",
    "splice",
    "unshift",
    "slice",
    "findLastIndex",
    "entries",
    "every",
    "shift",
    "pop",
    "map",
    "reverse",
    "concat",
  ]) {
    const o = (kept[k] = Array.prototype[k]);
    Array.prototype[k] = function (...v) {
      n++;
      return o.apply(this, v);
    };
  }
  async function f() {
    await 0;
    return [1].length;
  }
  await f();
  await Promise.all([f(), f()]);
  setTimeout(() => {}, 1);
  Object.assign(Array.prototype, kept);
  console.log(n);
}
{
  let n = 0;
  const it = Object.getPrototypeOf([][Symbol.iterator]());
  const next = it.next;
  it.next = function () {
    n++;
    return next.call(this);
  };
  async function f() {
    await 0;
  }
  await f();
  f().then(() => {});
  await f();
  it.next = next;
  console.log(n);
}
{
  let n = 0;
  const [g, s] = [WeakMap.prototype.get, WeakMap.prototype.set];
  WeakMap.prototype.get = function (k) {
    n++;
    return g.call(this, k);
  };
  WeakMap.prototype.set = function (k, v) {
    n++;
    return s.call(this, k, v);
  };
  const [mg, ms] = [Map.prototype.get, Map.prototype.set];
  Map.prototype.get = function (k) {
    n++;
    return mg.call(this, k);
  };
  Map.prototype.set = function (k, v) {
    n++;
    return ms.call(this, k, v);
  };
  async function f() {
    await 0;
  }
  await f();
  await Promise.resolve(f()).then(() => 1);
  await new Promise((r) => setTimeout(r, 1));
  WeakMap.prototype.get = g;
  WeakMap.prototype.set = s;
  Map.prototype.get = mg;
  Map.prototype.set = ms;
  console.log(n);
}
{
  let n = 0;
  const kept = { ...Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((k) => [k, Reflect[k]])) };
  for (const k of Object.keys(kept))
    Reflect[k] = (...v) => {
      n++;
      return kept[k](...v);
    };
  async function f() {
    await 0;
  }
  await f();
  await Promise.resolve(1)
    .then(() => {})
    .catch(() => {})
    .finally(() => {});
  await {
    then(r) {
      r();
    },
  };
  setTimeout(() => {}, 1);
  queueMicrotask(() => {});
  await new Promise((r) => r({}));
  for (const k of Object.keys(kept)) Reflect[k] = kept[k];
  console.log(n);
}
{
  let n = 0;
  const kept = {};
  for (const k of ["assign", "entries", "defineProperty", "getPrototypeOf", "hasOwn", "keys", "freeze"]) {
    const o = (kept[k] = Object[k]);
    Object[k] = (...v) => {
      n++;
      return o(...v);
    };
  }
  async function f() {
    await 0;
  }
  await f();
  Promise.withResolvers().resolve(1);
  await Promise.all([1]);
  for (const k of ["assign", "entries", "defineProperty", "getPrototypeOf", "hasOwn", "keys", "freeze"])
    Object[k] = kept[k];
  console.log(n);
}
{
  let n = 0;
  const kept = [Math.max, Math.round, Number, String];
  Math.max = (...v) => {
    n++;
    return kept[0](...v);
  };
  Math.round = (v) => {
    n++;
    return kept[1](v);
  };
  globalThis.Number = Object.assign(
    (v) => {
      n++;
      return kept[2](v);
    },
    { isFinite: kept[2].isFinite },
  );
  globalThis.String = (v) => {
    n++;
    return kept[3](v);
  };
  async function f() {
    await 0;
  }
  await f();
  await new Promise((r) => setTimeout(r, 2));
  [Math.max, Math.round, globalThis.Number, globalThis.String] = kept;
  console.log(n);
}
{
  let n = 0;
  const kept = {};
  for (const k of ["trim", "slice", "replace", "split", "startsWith", "indexOf"]) {
    const o = (kept[k] = String.prototype[k]);
    String.prototype[k] = function (...v) {
      n++;
      return o.apply(this, v);
    };
  }
  async function f() {
    await 0;
    throw new Error("xyz");
  }
  await f().catch(() => {});
  await Promise.resolve().then(function named() {});
  Object.assign(String.prototype, kept);
  console.log(n);
}
{
  Object.defineProperty(Promise, Symbol.hasInstance, {
    configurable: true,
    value: (v) => {
      console.log("hasInstance");
      return false;
    },
  });
  async function f() {
    await 0;
    return 1;
  }
  await f();
  await Promise.resolve(1).then(() => 2);
  delete Promise[Symbol.hasInstance];
  console.log("end");
}
{
  let n = 0;
  Object.defineProperty(Array.prototype, 0, {
    configurable: true,
    set(v) {
      n++;
      Object.defineProperty(this, 0, { value: v, writable: true, configurable: true, enumerable: true });
    },
  });
  async function f() {
    await 0;
  }
  await f();
  await Promise.resolve().then(() => {});
  delete Array.prototype[0];
  console.log(n);
}
{
  const then = Promise.prototype.then;
  Promise.prototype.then = function (a, b) {
    console.log("then", typeof a, typeof b);
    return then.call(this, a, b);
  };
  const p = Promise.resolve(1);
  await p;
  p.catch(() => {});
  p.finally(() => {});
  await Promise.all([p]);
  async function f() {
    return p;
  }
  await f();
  await {
    then(r) {
      r(p);
    },
  };
}
{
  const then = Promise.prototype.then;
  Object.defineProperty(Promise.prototype, "then", {
    configurable: true,
    get() {
      console.log("get then");
      return then;
    },
  });
  const p = Promise.resolve(1);
  await p;
  await Promise.all([p]);
  async function f() {
    return p;
  }
  await f();
  p.catch(() => {});
  await 0;
}
`,
  "what it would go through": `
const from = (symbol, iterator) => ({ [symbol]: () => iterator });
for (const symbol of [Symbol.asyncIterator, Symbol.iterator]) {
  for (const next of [undefined, null, 5, {}, () => 5]) {
    try {
      for await (const x of from(symbol, { next })) console.log(x);
    } catch (e) {
      console.log(e.name, e.message);
    }
  }
  for (const last of [undefined, null, 5, () => 5]) {
    try {
      for await (const x of from(symbol, { next: () => ({}), return: last })) break;
    } catch (e) {
      console.log(e.name, e.message);
    }
  }
}
{
  let none;
  const o = {
    none: null,
    list: { five: 5 },
    of: (...values) => {
      console.log("of", ...values);
      return 5;
    },
  };
  const f = (value) => {
    console.log("called");
    return value;
  };
  const loops = [
    async () => { for await (const x of o); },
    async () => { for await (const x of {}); },
    async () => { for await (const x of none); },
    async () => { for await (const x of undefined); },
    async () => { for await (const x of o.none); },
    async () => { for await (const x of 5); },
    async () => { for await (const x of /a/); },
    async () => { for await (const x of f); },
    async () => { for await (const x of f(5)); },
    async () => { for await (const x of f(o).list); },
    async () => { for await (const x of o.list.five); },
    async () => { for await (const x of o.of(1, f(2))); },
    async () => { for await (const x of Promise.all([])); },
    async () => { for await (const o of o); },
    async () => { for await (const x of nowhere); },
    async () => { for await (const x of f(Promise.resolve(1))) for await (const y of x); },
    async () => { for await (const x of [5]) for await (const y of x); },
    async () => { for await (const { x } of [none]); },
    async function () { for await (const x of this); },
    async () => {
      outer: for await (const x of [1, 2]) {
        try {
          for await (const y of o) continue outer;
        } catch (e) {
          console.log(x, e.message);
          continue outer;
        } finally {
          console.log("finally");
        }
      }
    },
    async function* () { for await (const x of o) yield x; },
    async () => {
      for await (const x of o) {
        console.log(x);
      }
    },
  ];
  for (const loop of loops) {
    try {
      const result = await loop.call(5);
      await result?.next();
    } catch (e) {
      console.log(e.name, e.message, /:(\\d+):\\d+\\)?$/m.exec(e.stack)[1]);
    }
  }
}
{
  const kept = Symbol;
  globalThis.Symbol = new Proxy(Symbol, {
    get(target, key) {
      console.log("Symbol", String(key));
      return Reflect.get(target, key);
    },
  });
  for await (const x of [1]) console.log(x);
  for await (const x of (async function* () { yield 2; })()) console.log(x);
  {
    await using x = { async [kept.asyncDispose]() { console.log("disposed"); } };
  }
  globalThis.Symbol = kept;
}
`,
  "functions of the host": `
{
  const w = Promise.withResolvers();
  console.log(String(w.resolve), String(w.reject), w.resolve.name, w.resolve.length, Object.keys(w).join());
  await {
    then(r, j) {
      console.log(String(r), r.length, r.name);
      r();
    },
  };
  class S extends Promise {
    constructor(e) {
      super((a, b) => {
        console.log(String(a));
        e(a, b);
      });
    }
  }
  await new S((r) => {
    console.log(String(r));
    r();
  });
}
{
  const settlers = [];
  const keep = (...both) => void settlers.push(...both);
  new Promise(keep);
  const { resolve, reject } = Promise.withResolvers();
  keep(resolve, reject);
  await {
    then(...both) {
      keep(...both);
      both[0]();
    },
  };
  for (const settle of settlers) {
    console.log(JSON.stringify(Object.getOwnPropertyDescriptors(settle)), Reflect.ownKeys(settle).join());
  }
}
{
  const inherited = { get: () => 1, set: () => {} };
  for (const [key, value] of Object.entries(inherited)) {
    Object.defineProperty(Object.prototype, key, { __proto__: null, configurable: true, value });
  }
  let settlers;
  new Promise((...both) => {
    settlers = both;
  });
  const { get, set } = Object.prototype;
  delete Object.prototype.get;
  delete Object.prototype.set;
  console.log(get === inherited.get, set === inherited.set, JSON.stringify(settlers.map(({ name }) => name)));
}
{
  console.log(
    JSON.stringify(Object.getOwnPropertyDescriptor(Promise.prototype, "then")),
    Object.keys(Promise.prototype).length,
    Promise.prototype.then.name,
    Promise.prototype.then.length,
    "prototype" in Promise.prototype.then,
    Object.getOwnPropertyNames(Promise.prototype.then).join(),
  );
  try {
    new Promise.prototype.then();
  } catch (e) {
    console.log(e.message);
  }
}
{
  for (const f of [
    Promise,
    Promise.prototype.then,
    Promise.prototype.catch,
    Promise.prototype.finally,
    Promise.all,
    Promise.resolve,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    fetch,
    Function.prototype.toString,
    Proxy,
  ])
    console.log(String(f).replace(/\\s+/g, " ").slice(0, 60), f.name, f.length, Object.hasOwn(f, "prototype"));
}
`,
  subclasses: `
{
  class S extends Promise {
    static get [Symbol.species]() {
      console.log("species");
      return Promise;
    }
  }
  const s = new S((r) => r(1));
  console.log(s.then(() => 1).constructor === Promise);
  await s;
  await s.finally(() => {});
  await S.all([s]);
  await S.resolve(2).catch(() => {});
}
{
  Object.defineProperty(Promise, Symbol.species, {
    configurable: true,
    get() {
      console.log("species");
      return Promise;
    },
  });
  await Promise.resolve(1).then(() => 1);
  await Promise.resolve(1).finally(() => 1);
}
{
  class S extends Promise {
    constructor(e) {
      console.log("new S", e.length, e.name);
      super(e);
    }
  }
  await S.resolve(1).then(() => {});
  await S.all([1, 2]);
  await S.race([1]);
  async function f() {
    return S.resolve(1);
  }
  await f();
  try {
    await S.reject(1);
  } catch {}
}
{
  class S extends Promise {
    then(a, b) {
      console.log("S.then", typeof a);
      return super.then(a, b);
    }
  }
  const s = S.resolve(1);
  await s;
  await Promise.all([s]);
  async function f() {
    return s;
  }
  await f();
  await s.catch(() => {});
  await s.finally(() => {});
}
`,
  frozen: `
{
  ("use strict");
  Object.freeze(Promise.prototype);
  Object.freeze(Promise);
  async function f() {
    await 0;
    return 1;
  }
  console.log(
    await f(),
    await Promise.all([1, f()]),
    await {
      then(r) {
        r(Promise.resolve(3));
      },
    },
  );
}
{
  const p = Object.freeze(Promise.resolve(1));
  console.log(await p, await p.then((v) => v + 1), await Promise.all([p]));
  const w = Object.freeze(Promise.withResolvers());
  w.resolve(2);
  console.log(await w.promise);
}
{
  const fake = Object.create(Promise.prototype);
  try {
    await fake;
  } catch (e) {
    console.log(e.name);
  }
  async function f() {
    return fake;
  }
  try {
    await f();
  } catch (e) {
    console.log(e.name);
  }
  console.log(await Promise.allSettled([fake]).then((v) => v[0].status));
}
`,
};
