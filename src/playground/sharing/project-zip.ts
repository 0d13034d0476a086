import { strToU8, zipSync } from "fflate";
import { fetchOk } from "../../loading/fetch-ok.ts";
import { type Language, languageOf } from "../../site.ts";

export interface Project {
  /** The example's path; its last part names the folder. */
  readonly example: string;
  /** The file to run. */
  readonly main: string;
  readonly files: Readonly<Record<string, string>>;
  /** The address of the library's tarball on this site. */
  readonly library: string;
}

/** A zip of a project that runs with one command: the example, the library's tarball, package.json and README. */
export async function packProject({ example, main, files, library }: Project): Promise<Blob> {
  const response = await fetchOk(library, "the library's tarball");
  const name = example.replaceAll("/", "-");
  const tarball = new Uint8Array(await response.arrayBuffer());
  const contents = {
    "package.json": strToU8(packageJson(name, main)),
    "README.md": strToU8(readme(example, main)),
    "asyncio-ts.tgz": tarball,
    ...Object.fromEntries(Object.entries(files).map(([file, code]) => [file, strToU8(code)])),
  };
  return new Blob([zipSync({ [name]: contents })], { type: "application/zip" });
}

/** Hands a blob to the browser as a download. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function packageJson(name: string, main: string): string {
  const project = {
    name,
    private: true,
    type: "module",
    scripts: { start: `node ${main}` },
    engines: { node: ">=22.18" },
    dependencies: { "asyncio-ts": "file:./asyncio-ts.tgz" },
  };
  return `${JSON.stringify(project, null, 2)}\n`;
}

/** What the README says of a project, in the language of the page that it was taken from. */
const explanations: Readonly<Record<Language, (main: string) => string>> = {
  en: (main) =>
    `Runs \`${main}\` with Node 22.18 or newer, which reads TypeScript as it is. The library is in \`asyncio-ts.tgz\`; nothing else is installed.`,
  "zh-cn": (main) =>
    `用 Node 22.18 或更新的版本运行 \`${main}\`，它能直接执行 TypeScript。库就在 \`asyncio-ts.tgz\` 里，不会安装别的包。`,
};

function readme(example: string, main: string): string {
  const explanation = explanations[languageOf(document.documentElement.lang)](main);
  return `# ${example}\n\n\`\`\`sh\nnpm install && npm start\n\`\`\`\n\n${explanation}\n`;
}
