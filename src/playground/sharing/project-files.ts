import type { Language } from "../../site.ts";

/** An example, or what a reader has made of it, as a project. */
interface Project {
  /** The example's path. */
  readonly example: string;
  /** The file to run. */
  readonly main: string;
  readonly language: Language;
}

/** The library's tarball, in the folder of the project. */
export const tarballFile = "asyncio-ts.tgz";

/** What a project is called: its folder and its package. */
export function projectName(example: string): string {
  return example.replaceAll("/", "-");
}

/** What a project has beside its code and the library's tarball, by file name. */
export function projectFiles(project: Project): Readonly<Record<"package.json" | "README.md", string>> {
  return { "package.json": packageJson(project), "README.md": readme(project) };
}

function packageJson({ example, main }: Project): string {
  const project = {
    name: projectName(example),
    private: true,
    type: "module",
    scripts: { start: `node ${main}` },
    engines: { node: ">=22.18" },
    dependencies: { "asyncio-ts": `file:./${tarballFile}` },
  };
  return `${JSON.stringify(project, null, 2)}\n`;
}

/** What the README says, in the language of who takes the project along. */
const explanations: Readonly<Record<Language, (main: string) => string>> = {
  en: (main) =>
    `Runs \`${main}\` with Node 22.18 or newer, which reads TypeScript as it is. The library is in \`${tarballFile}\`; nothing else is installed.`,
  "zh-cn": (main) =>
    `用 Node 22.18 或更新的版本运行 \`${main}\`，它能直接执行 TypeScript。库就在 \`${tarballFile}\` 里，不会安装别的包。`,
};

function readme({ example, main, language }: Project): string {
  return `# ${example}\n\n\`\`\`sh\nnpm install && npm start\n\`\`\`\n\n${explanations[language](main)}\n`;
}
