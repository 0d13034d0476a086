/**
 * Programs that fail, one expression each. An engine names what it refuses by its source text, so whoever changes the text
 * may change the message.
 */

const literals: readonly string[] = ["1", "({})", "(()=>1)"];

/** What stands where something else would be needed. */
const operands: readonly string[] = [
  ...["u", "null", "[]", "[u]", "(u,u)", "(u??u)", "(c?u:u)", "typeof u", "(f()??u)", "(f(),u)", "f().x"],
  ...[
    "o.a",
    "o.a.b",
    "o['a']",
    "o[k]",
    "o[f()]",
    "o?.a",
    "o.a?.b",
    "o.g",
    "this.items",
    "this.n",
    "o.f[k]",
    "this.#p",
    "args[0]",
  ],
  ...[
    "f()",
    "o.f()",
    "o[m]()",
    "h()()",
    "o?.f()",
    "f?.()",
    "o.a?.()",
    "f(f())",
    "f(...[1])",
    "f`x`",
    "new C()",
  ],
  ...["new C().a", "(await u)", "(await f())", "(await o.a)", "(await o).a", "(await o)[k]", "(await o.f())"],
  ...[
    "o[await k]",
    "f(await u)",
    "(await a())",
    "(await a(f()))",
    "(await Promise.resolve(u))",
    "(u=await u)",
  ],
];

/** What needs more than the operand is: `E` stands for it. */
const needs: readonly string[] = [
  ...[
    "E()",
    "E(f())",
    "await E()",
    "await E(await u)",
    "E?.()",
    "E.x()",
    "E.x.y",
    "E[k]()",
    "E[k].y",
    "E.x?.y.z()",
  ],
  ...["E.x=1", "E.x++", "delete E.x", "E.x.y=await u", "await E.x", "await E.x()", "await E.x.y", "f(E.x.y)"],
  ...["new E", "new E()", "new E(await u)", "new E.x()", "E`x`", "E.x`x`", "await E`x`", "f(await E.x.y)"],
  ...["[...E]", "f(...E)", "f(...await E)", "new C(...E)", "o.f(...E)", "await f(...E)", "({...E}).x.y"],
  ...["const[x]=E", "const{x}=E", "const{x:{y}}=E", "const[[y]]=[E]", "const[x]=await E", "const{x}=await E"],
  ...["let[x]=E,z=await u", "[v]=E", "({v}=E)", "[v]=await E", "({x:v}=await E)", "({x:{v}}=E)"],
  ...[
    "for(const x of E);",
    "for(const[x]of E);",
    "for(const{x}of[E]);",
    "for(const x of await E);",
    "for(const x in E.x.y);",
  ],
  ...[
    "for await(const x of E);",
    "for await(const[x]of[E]);",
    "for await(const{x:{y}}of[E]);",
    "for await(const x of await E);",
  ],
  ...["l:for await(const x of E)continue l", "for await(v.x of E);", "for await(const x of[E.x.y]);"],
  ...["1 instanceof E", "1 in E", "1 in await E", "class A extends E{}", "class A extends(await E){}"],
  ...[
    "(({x})=>1)(E)",
    "(([x])=>1)(E)",
    "await(async({x})=>1)(E)",
    "await(async([x])=>1)(E)",
    "await(async x=>x.y.z)(E)",
  ],
  ...[
    "new Map(E)",
    "await Promise.all(E)",
    "new Promise(E)",
    "await Promise.race.call(E,[])",
    "Promise.resolve.call(E)",
  ],
  ...["Promise.prototype.then.call(E)", "setTimeout.call(E,E)", "queueMicrotask(E)", "await Promise.try(E)"],
  ...["await(async function*(){return E.x.y})().next()", "await(async function*(){yield E.x.y})().next()"],
  ...[
    "[...(function*(){yield*E})()]",
    "await(async()=>E())()",
    "await(async()=>E.x.y)()",
    "await(async()=>{return E.x.y})()",
  ],
  ...[
    "{using x=E}",
    "{await using x=E}",
    "throw E",
    "throw await E",
    "switch(E.x.y){}",
    "if(E.x.y);",
    "`x`+E.x.y",
  ],
  ...[
    "E??E.x",
    "E&&E()",
    "!E.x.y",
    "-await E()",
    "E.#p",
    "#p in E",
    "const x=E.x.y",
    "await u,E()",
    "f(E(),await u)",
  ],
];

/** V8 refuses a literal here as no function. */
const needsOfGenerators: readonly string[] = [
  "await(async function*(){yield*E})().next()",
  "await(async function*(){yield*await E})().next()",
];

/** Each need with each operand, in an async method. */
export const failingPrograms: readonly string[] = [
  ...fill(needs, [...operands, ...literals]),
  ...fill(needsOfGenerators, operands),
];

function fill(needs: readonly string[], operands: readonly string[]): string[] {
  return needs.flatMap((need) => operands.map((operand) => programOf(need.replaceAll("E", operand))));
}

function programOf(failing: string): string {
  const declared =
    'let u,v,c=1,k="a",m="f";const f=()=>{},h=()=>f,a=async()=>{},o={f,get g(){throw Error("got")}};';
  const body = `try{${failing};return "none"}catch(e){return String(e)}`;
  return `${declared}class C{#p;items;n=1;async m(...args){${body}}}log(await new C().m());`;
}
