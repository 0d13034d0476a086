import {
  Application,
  type Comment,
  type DeclarationReflection,
  ReflectionKind,
  type SignatureReflection,
} from "typedoc";
import { DeclaredText } from "./declared-text.ts";

/** What a doc comment says. All texts are Markdown. */
export interface Explanation {
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly text: string }[];
  readonly returns: string;
  readonly errors: readonly string[];
  readonly originals: readonly string[];
  readonly examples: readonly string[];
}

/** Something that has a name: a symbol of the library, or a member of one. */
export interface Entry extends Explanation {
  readonly name: string;
  /** As it is declared, without its body; an overloaded function has several lines. */
  readonly signature: string;
}

/** What the library exports under one name. */
export interface LibrarySymbol extends Entry {
  readonly members: readonly Entry[];
  /** What it has from others, by the name of the other. */
  readonly inherited: Readonly<Record<string, readonly string[]>>;
}

/** Everything that asyncio-ts exports, from its sources and their doc comments. */
export async function readLibrary(folder: string): Promise<LibrarySymbol[]> {
  const application = await Application.bootstrap({
    entryPoints: [`${folder}/index.ts`],
    tsconfig: `${folder}/tsconfig.json`,
    // The library's own checks look for mistakes in it.
    skipErrorChecking: true,
    validation: false,
    excludePrivate: true,
    excludeProtected: true,
    excludeInternal: true,
    excludeExternals: true,
    sort: ["source-order"],
    logLevel: "Error",
  });
  const project = await application.convert();
  if (project === undefined) {
    throw new Error(`TypeDoc could not read ${folder}. Run \`npx tsc -p ${folder} --noEmit\` to see why.`);
  }
  const declared = new DeclaredText();
  return (project.children ?? []).map((symbol) => describeSymbol(symbol, declared));
}

function describeSymbol(symbol: DeclarationReflection, declared: DeclaredText): LibrarySymbol {
  const members = (symbol.children ?? []).filter(({ name }) => !/^_|^\[/.test(name));
  const own = members.filter((member) => !isInherited(member) && isWorthTelling(member));
  const inherited: Record<string, string[]> = {};
  for (const member of members.filter(isInherited)) {
    const [owner = ""] = (member.inheritedFrom?.name ?? "").split(".");
    inherited[owner] = [...(inherited[owner] ?? []), member.name];
  }
  return {
    ...describe(symbol, declared),
    members: own.map((member) => describe(member, declared)),
    inherited,
  };
}

function isInherited(member: DeclarationReflection): boolean {
  return member.inheritedFrom !== undefined;
}

/** A constructor that takes nothing has nothing to tell. */
function isWorthTelling(member: DeclarationReflection): boolean {
  const isEmpty = member.signatures?.every(
    ({ parameters = [], comment }) => parameters.length === 0 && !comment,
  );
  return !(member.kind === ReflectionKind.Constructor && isEmpty);
}

function describe(reflection: DeclarationReflection, declared: DeclaredText): Entry {
  const signatures = reflection.signatures ?? [];
  const explained = signatures.find(({ comment }) => comment !== undefined) ?? signatures[0];
  const comment = explained?.comment ?? reflection.comment ?? reflection.getSignature?.comment;
  return {
    name: reflection.name,
    signature: declared.of(reflection),
    ...explain(comment, explained),
  };
}

function explain(comment: Comment | undefined, signature: SignatureReflection | undefined): Explanation {
  const tags = (name: `@${string}`): string[] =>
    comment?.getTags(name).map(({ content }) => textOf(content).trim()) ?? [];
  return {
    summary: textOf(comment?.summary ?? []).trim(),
    parameters: (signature?.parameters ?? []).flatMap(({ name, comment: said }) => {
      const text = textOf(said?.summary ?? []).trim();
      return text === "" ? [] : [{ name: name === "__namedParameters" ? "options" : name, text }];
    }),
    returns: tags("@returns").join(" "),
    errors: tags("@throws"),
    originals: tags("@see"),
    examples: tags("@example").map((text) => text.replace(/^```\w*\n|\n```$/g, "")),
  };
}

/** The parts of a comment as Markdown. A link to another symbol becomes its name in code. */
function textOf(parts: Comment["summary"]): string {
  return parts.map((part) => (part.kind === "inline-tag" ? `\`${part.text}\`` : part.text)).join("");
}
