import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Attributes, rewriteHtml } from "./rewrite-html.ts";

/**
 * Which content the pages may load and run. Scripts are the site's own files, and those inline scripts whose hash is
 * named. Styles may stand inline: highlighted code and the editor have them.
 *
 * (Astro's own `security.csp` hashes styles too, which shuts out those that the editor makes, and does not see the
 * inline scripts of Starlight.)
 */
const policyFor = (hashes: readonly string[]): string =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");

/** Who may show a page in a frame, which only a header can say: an embedded pane and its sandbox anybody, all others the site. */
const framing = "frame-ancestors 'self'";
const framingByAll = "frame-ancestors *";
const isEmbedded = (name: string): boolean => /^(zh-cn\/)?embed\//.test(name);

/** What scripts that run beside a page may do: Pagefind's worker compiles WebAssembly, all others nothing of that kind. */
const filePolicy = `default-src 'self'; object-src 'none'; base-uri 'none'; ${framing}`;
const searchPolicy = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; ${framing}`;

/** Where the policies for servers are written, below the site's folder. */
const policyFolder = ".policy";

/**
 * Writes into every page which inline scripts it has, so that no other one runs on it, whatever host serves the page.
 * Servers that can send headers get the same as a header: see `hosting/`.
 */
export async function setContentPolicy(site: string): Promise<void> {
  const allHashes = new Set<string>();
  const ownPolicies = new Map<string, string>();
  const embeddedHashes = new Set<string>();
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".html"));
  for (const name of pages) {
    const path = join(site, name);
    const { html, hashes, ownPolicy } = withPolicy(readFileSync(path, "utf8"), name);
    if (ownPolicy === undefined) {
      writeFileSync(path, html);
      for (const hash of hashes) {
        (isEmbedded(name) ? embeddedHashes : allHashes).add(hash);
      }
    } else {
      ownPolicies.set(name, `${ownPolicy}; ${isEmbedded(name) ? framingByAll : framing}`);
    }
  }
  const pagePolicy = `${policyFor([...allHashes].sort())}; ${framing}`;
  const embedPolicy = `${policyFor([...embeddedHashes].sort())}; ${framingByAll}`;
  const ownPolicyOf = (folder: string) => ownPolicies.get(`${folder}/index.html`) ?? "";
  writeForServers(join(site, policyFolder), {
    pagePolicy,
    sandboxPolicy: ownPolicyOf("sandbox"),
    pythonPolicy: ownPolicyOf("sandbox/python"),
    embedPolicy,
    embedSandboxPolicy: ownPolicyOf("embed/sandbox"),
    embedPythonPolicy: ownPolicyOf("embed/sandbox/python"),
    searchPolicy,
    filePolicy,
  });
}

const policyMarker = "<!-- policy -->";

interface PageWithPolicy {
  readonly html: string;
  readonly hashes: readonly string[];
  /** A sandbox page brings a policy of its own, which is left alone. */
  readonly ownPolicy: string | undefined;
}

function withPolicy(html: string, name: string): PageWithPolicy {
  const hashes = new Set<string>();
  let ownPolicy: string | undefined;
  const marked = rewriteHtml(html, {
    startTag({ tagName, attrs }) {
      if (tagName === "meta" && /^content-security-policy$/i.test(attributeOf(attrs, "http-equiv") ?? "")) {
        ownPolicy = attributeOf(attrs, "content");
      }
      const handler = attrs.find((attribute) => /^on[a-z]+$/.test(attribute.name));
      if (handler !== undefined) {
        throw new Error(
          `${name}: <${tagName}> has ${handler.name}="${handler.value}". The site's policy forbids scripts in attributes: add a listener in a script.`,
        );
      }
      // First of all but the encoding, which must stand at the very beginning.
      return attributeOf(attrs, "charset") === undefined ? undefined : { after: policyMarker };
    },
    rawText(text, tagName, attrs) {
      if (tagName === "script" && isProgram(attrs)) {
        if (text.includes("import.meta.url")) {
          throw new Error(
            `${name}: an inline script asks for its own address, which it has not. Move what needs the site's root into a file of its own.`,
          );
        }
        hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
      }
      return text;
    },
  });
  if (ownPolicy === undefined && !marked.includes(policyMarker)) {
    throw new Error(`${name} has no <meta charset="utf-8">, after which its policy is to stand.`);
  }
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor([...hashes])}"/>`;
  return {
    html: marked.replace(policyMarker, () => policy),
    hashes: [...hashes],
    ownPolicy,
  };
}

function isProgram(attrs: Attributes): boolean {
  return /^(module|text\/javascript|)$/.test(attributeOf(attrs, "type") ?? "");
}

function attributeOf(attrs: Attributes, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

/** The policies as text, and in the words of nginx and Caddy, so that a server's configuration can include them. */
function writeForServers(folder: string, policies: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const entries = Object.entries(policies).map(
    ([name, policy]) => [name.replace("Policy", "").replace(/[A-Z]/g, "_$&").toLowerCase(), policy] as const,
  );
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  write(
    "policies.txt",
    entries.map(([name, policy]) => `${name}: ${policy}`),
  );
  write(
    "nginx.conf",
    entries.map(([name, policy]) => `map "" $${name}_policy { default "${policy}"; }`),
  );
  write(
    "Caddyfile",
    entries.map(([name, policy]) => `vars ${name}_policy "${policy}"`),
  );
}
